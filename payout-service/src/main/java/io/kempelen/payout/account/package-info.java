/** Ledger accounts of people: opened when the gateway opens the account, or by the first event that names it. */
@NullMarked
package io.kempelen.payout.account;

import org.jspecify.annotations.NullMarked;
