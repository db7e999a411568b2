/**
 * Kempelen on one machine: broker, registry, PostgreSQL, gateway and services as child processes of a home folder.
 * {@link io.kempelen.local.platform.Platform} is what the command line, acceptance tests, benchmarks and fault tests share.
 */
@NullMarked
package io.kempelen.local.platform;

import org.jspecify.annotations.NullMarked;
