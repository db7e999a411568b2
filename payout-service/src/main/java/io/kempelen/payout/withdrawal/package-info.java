/** Money that goes out to workers, over a rail, exactly once. */
@NullMarked
package io.kempelen.payout.withdrawal;

import org.jspecify.annotations.NullMarked;
