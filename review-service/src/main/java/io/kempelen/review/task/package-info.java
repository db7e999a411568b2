/** What a task is, as far as readers of its answers are shown it. It decides nothing. */
@NullMarked
package io.kempelen.review.task;

import org.jspecify.annotations.NullMarked;
