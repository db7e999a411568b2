/** Real projects, done again: recorded batches go in, simulated workers give the recorded answers, results are compared. */
@NullMarked
package io.kempelen.local.replay;

import org.jspecify.annotations.NullMarked;
