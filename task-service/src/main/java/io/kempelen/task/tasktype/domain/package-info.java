/** What a task type is and what it may say. */
@NullMarked
package io.kempelen.task.tasktype.domain;

import org.jspecify.annotations.NullMarked;
