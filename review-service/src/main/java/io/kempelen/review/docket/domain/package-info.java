/** What a docket says and how it changes, without database or clock. */
@NullMarked
package io.kempelen.review.docket.domain;

import org.jspecify.annotations.NullMarked;
