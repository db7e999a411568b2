/** One worker's hold on one place: pure decisions. */
@NullMarked
package io.kempelen.assignment.lease.domain;

import org.jspecify.annotations.NullMarked;
