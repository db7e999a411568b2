/** What a project is and what it may say. */
@NullMarked
package io.kempelen.task.project.domain;

import org.jspecify.annotations.NullMarked;
