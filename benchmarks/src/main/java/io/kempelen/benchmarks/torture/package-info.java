/** Money under fire: work goes on while processes are killed, and afterwards every cent is counted by three who know nothing of each other. */
@NullMarked
package io.kempelen.benchmarks.torture;

import org.jspecify.annotations.NullMarked;
