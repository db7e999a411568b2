/** The fee schedule as arithmetic on minor units. */
@NullMarked
package io.kempelen.payout.fees.domain;

import org.jspecify.annotations.NullMarked;
