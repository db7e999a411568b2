/** Tasks (MTurk: HITs): their life cycle, counters, extension, expiry, disposal and completion. */
@NullMarked
package io.kempelen.task.task;

import org.jspecify.annotations.NullMarked;
