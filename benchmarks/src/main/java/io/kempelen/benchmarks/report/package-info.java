/** What was found, for people and for programs. */
@NullMarked
package io.kempelen.benchmarks.report;

import org.jspecify.annotations.NullMarked;
