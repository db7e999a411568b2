package io.kempelen.messaging.outbox;

import org.apache.avro.specific.SpecificRecord;

/** An event and the key whose history it belongs to. */
public record Keyed(String key, SpecificRecord event) {}
