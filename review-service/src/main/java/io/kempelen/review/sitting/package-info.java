/** One transaction's work on some tasks: dockets locked in order, decided in memory, written in bulk. */
@NullMarked
package io.kempelen.review.sitting;

import org.jspecify.annotations.NullMarked;
