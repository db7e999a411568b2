/** Money that goes out to workers, over a rail, exactly once. Clearing periods, schedules and real rails come with the next issue: they are further states and further rails. */
@NullMarked
package io.kempelen.payout.withdrawal;

import org.jspecify.annotations.NullMarked;
