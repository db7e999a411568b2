/** Results: what came out of a batch, as MTurk's CSV or as JSON lines. */
@NullMarked
package io.kempelen.task.result;

import org.jspecify.annotations.NullMarked;
