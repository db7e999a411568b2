/** The rule by which an answer is judged, for its worker to read. */
@NullMarked
package io.kempelen.review.policy;

import org.jspecify.annotations.NullMarked;
