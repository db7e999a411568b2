/** One row per task, which everything about the task's answers locks first; review-service's numbering is kept there. */
@NullMarked
package io.kempelen.review.docket;

import org.jspecify.annotations.NullMarked;
