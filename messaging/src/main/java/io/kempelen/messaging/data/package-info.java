/** Micronaut Data implements the repositories; Spring owns data source, pool and transactions. */
@NullMarked
package io.kempelen.messaging.data;

import org.jspecify.annotations.NullMarked;
