/** Avro in Confluent's wire format, through any registry that speaks Confluent's REST API. */
@NullMarked
package io.kempelen.messaging.registry;

import org.jspecify.annotations.NullMarked;
