/** How a result row is written, pure. */
@NullMarked
package io.kempelen.task.result.domain;

import org.jspecify.annotations.NullMarked;
