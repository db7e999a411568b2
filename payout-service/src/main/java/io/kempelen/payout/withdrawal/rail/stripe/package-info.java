/**
 * Pays to bank accounts and cards by Stripe Connect: money moves from the platform's balance to the worker's connected account,
 * whose payout schedule must be manual, and from there out. Stripe's own words for the two: transfer and payout.
 */
@NullMarked
package io.kempelen.payout.withdrawal.rail.stripe;

import org.jspecify.annotations.NullMarked;
