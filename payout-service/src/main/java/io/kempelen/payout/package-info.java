/** Decides who is owed what. Never decides what work is worth doing or whether an answer is good: it only follows those decisions with money, once. */
@NullMarked
package io.kempelen.payout;

import org.jspecify.annotations.NullMarked;
