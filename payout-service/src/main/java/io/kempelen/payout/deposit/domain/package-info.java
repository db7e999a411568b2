/** A deposit as a row. */
@NullMarked
package io.kempelen.payout.deposit.domain;

import org.jspecify.annotations.NullMarked;
