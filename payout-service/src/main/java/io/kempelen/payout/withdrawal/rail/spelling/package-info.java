/** Names in the few characters that banks can write. */
@NullMarked
package io.kempelen.payout.withdrawal.rail.spelling;

import org.jspecify.annotations.NullMarked;
