/** An answer and the verdict on it, which is given once. */
@NullMarked
package io.kempelen.review.answer.domain;

import org.jspecify.annotations.NullMarked;
