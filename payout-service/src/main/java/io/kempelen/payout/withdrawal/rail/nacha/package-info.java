/** The rail of banks in the United States: an ACH file of direct deposits goes out, returns come back. */
@NullMarked
package io.kempelen.payout.withdrawal.rail.nacha;

import org.jspecify.annotations.NullMarked;
