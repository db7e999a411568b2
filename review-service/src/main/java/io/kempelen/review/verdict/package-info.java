/** Approves and rejects: for the requester, and for the delay that ran out. */
@NullMarked
package io.kempelen.review.verdict;

import org.jspecify.annotations.NullMarked;
