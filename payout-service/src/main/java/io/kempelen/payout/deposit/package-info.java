/** Money that comes in. */
@NullMarked
package io.kempelen.payout.deposit;

import org.jspecify.annotations.NullMarked;
