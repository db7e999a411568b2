/** The cheapest client that is still a real one: the generator shares the machine with what it measures. */
@NullMarked
package io.kempelen.benchmarks.http;

import org.jspecify.annotations.NullMarked;
