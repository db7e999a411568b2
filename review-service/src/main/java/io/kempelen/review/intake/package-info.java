/** Takes what other services tell: tasks, places, answers. Whatever comes first is kept until the rest is there. */
@NullMarked
package io.kempelen.review.intake;

import org.jspecify.annotations.NullMarked;
