/** The decisions about a task, pure. */
@NullMarked
package io.kempelen.task.task.domain;

import org.jspecify.annotations.NullMarked;
