/** Task types (MTurk: HITTypes): the properties tasks share. A type never changes. */
@NullMarked
package io.kempelen.task.tasktype;

import org.jspecify.annotations.NullMarked;
