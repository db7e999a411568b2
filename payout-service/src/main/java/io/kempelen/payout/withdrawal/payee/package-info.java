/** Where, how and how often a worker wants to be paid, and whether the worker may be. */
@NullMarked
package io.kempelen.payout.withdrawal.payee;

import org.jspecify.annotations.NullMarked;
