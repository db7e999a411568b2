/** A payout as a state machine: each step is committed before the next begins. */
@NullMarked
package io.kempelen.payout.withdrawal.domain;

import org.jspecify.annotations.NullMarked;
