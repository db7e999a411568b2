/** Drives a running platform as its users would and says what it bears. Touches nothing but the public API, the payouts topic and figures of the machine. */
@NullMarked
package io.kempelen.benchmarks;

import org.jspecify.annotations.NullMarked;
