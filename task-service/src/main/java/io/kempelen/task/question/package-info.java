/** What a worker sees: templates and questions, kept once each, and how values get into them. */
@NullMarked
package io.kempelen.task.question;

import org.jspecify.annotations.NullMarked;
