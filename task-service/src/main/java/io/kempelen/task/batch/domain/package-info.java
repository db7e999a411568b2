/** Rows, their limits and their decomposition, pure. */
@NullMarked
package io.kempelen.task.batch.domain;

import org.jspecify.annotations.NullMarked;
