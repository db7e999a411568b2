/** When a schedule falls due, as arithmetic on dates. */
@NullMarked
package io.kempelen.payout.withdrawal.payee.domain;

import org.jspecify.annotations.NullMarked;
