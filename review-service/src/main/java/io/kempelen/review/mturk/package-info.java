/** The operations of MTurk's API about assignments, in MTurk's words. */
@NullMarked
package io.kempelen.review.mturk;

import org.jspecify.annotations.NullMarked;
