/** The double-entry ledger: the only place that writes transfers. It does not know why money moves; the features tell it. */
@NullMarked
package io.kempelen.payout.ledger;

import org.jspecify.annotations.NullMarked;
