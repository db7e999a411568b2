/** Labels and majorities, without database or clock. */
@NullMarked
package io.kempelen.review.consensus.domain;

import org.jspecify.annotations.NullMarked;
