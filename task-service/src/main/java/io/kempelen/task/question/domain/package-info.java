/** Placeholders and questions, without any framework. */
@NullMarked
package io.kempelen.task.question.domain;

import org.jspecify.annotations.NullMarked;
