/** Questions for money, their answers, and the settlement of places, as values. */
@NullMarked
package io.kempelen.payout.hold.domain;

import org.jspecify.annotations.NullMarked;
