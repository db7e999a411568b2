/** MTurk's operations on HITs and HIT types, with its words and its errors. */
@NullMarked
package io.kempelen.task.mturk;

import org.jspecify.annotations.NullMarked;
