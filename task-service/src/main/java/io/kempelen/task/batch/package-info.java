/** Batches: a file of rows becomes tasks, all of them funded or none. */
@NullMarked
package io.kempelen.task.batch;

import org.jspecify.annotations.NullMarked;
