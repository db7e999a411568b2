/** Money a requester gives a worker beyond the reward, for an assignment handed in. */
@NullMarked
package io.kempelen.payout.bonus;

import org.jspecify.annotations.NullMarked;
