/** A bonus as a row, and the decision to pay it. */
@NullMarked
package io.kempelen.payout.bonus.domain;

import org.jspecify.annotations.NullMarked;
