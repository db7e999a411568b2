/** Projects: a template, a task type and how files become tasks. A project never changes. */
@NullMarked
package io.kempelen.task.project;

import org.jspecify.annotations.NullMarked;
