/** Play money. */
@NullMarked
package io.kempelen.payout.withdrawal.rail.sandbox;

import org.jspecify.annotations.NullMarked;
