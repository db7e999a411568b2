/** What a requester was charged for a batch or a task: every figure is a sum of the ledger's transfers. */
@NullMarked
package io.kempelen.payout.invoice;

import org.jspecify.annotations.NullMarked;
