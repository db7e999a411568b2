/** People at work: who they are, what there is to do, who does it when, and when the money came. */
@NullMarked
package io.kempelen.benchmarks.load;

import org.jspecify.annotations.NullMarked;
