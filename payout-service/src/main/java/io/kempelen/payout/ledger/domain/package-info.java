/** Accounts and transfers as values. */
@NullMarked
package io.kempelen.payout.ledger.domain;

import org.jspecify.annotations.NullMarked;
