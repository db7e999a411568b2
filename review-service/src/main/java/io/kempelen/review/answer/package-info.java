/** The answers as they came and what became of them. It never decides about them. */
@NullMarked
package io.kempelen.review.answer;

import org.jspecify.annotations.NullMarked;
