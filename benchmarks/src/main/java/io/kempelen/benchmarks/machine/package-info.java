/** What the machine and its processes spend. */
@NullMarked
package io.kempelen.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
