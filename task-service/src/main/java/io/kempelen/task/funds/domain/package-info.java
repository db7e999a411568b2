/** A question for money and what becomes of it. */
@NullMarked
package io.kempelen.task.funds.domain;

import org.jspecify.annotations.NullMarked;
