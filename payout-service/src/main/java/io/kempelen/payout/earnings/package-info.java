/** What a worker has earned: every figure is a query of the ledger. */
@NullMarked
package io.kempelen.payout.earnings;

import org.jspecify.annotations.NullMarked;
