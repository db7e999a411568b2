/** Ways for money to leave: one small interface, and a package for each way. Adding a rail adds a package here and nothing elsewhere. */
@NullMarked
package io.kempelen.payout.withdrawal.rail;

import org.jspecify.annotations.NullMarked;
