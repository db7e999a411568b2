/** What is open: the projection of tasks, their places in stripes, and their closings. Only its facts release the money of places never taken. */
@NullMarked
package io.kempelen.assignment.task;

import org.jspecify.annotations.NullMarked;
