/** What is known of workers: account facts, their own words, and the record of their work. */
@NullMarked
package io.kempelen.assignment.worker;

import org.jspecify.annotations.NullMarked;
