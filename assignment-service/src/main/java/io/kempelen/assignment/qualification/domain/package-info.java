/** What tasks demand and what workers bring: pure comparisons. */
@NullMarked
package io.kempelen.assignment.qualification.domain;

import org.jspecify.annotations.NullMarked;
