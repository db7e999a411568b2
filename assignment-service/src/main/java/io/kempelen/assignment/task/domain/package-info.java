/** A task as far as its places go: pure decisions. */
@NullMarked
package io.kempelen.assignment.task.domain;

import org.jspecify.annotations.NullMarked;
