/** How far the answers to a task agree. It never reads all answers of a task to say so. */
@NullMarked
package io.kempelen.review.consensus;

import org.jspecify.annotations.NullMarked;
