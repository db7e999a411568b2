/** Approves what was rejected, once its money is held again. */
@NullMarked
package io.kempelen.review.override;

import org.jspecify.annotations.NullMarked;
