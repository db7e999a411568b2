package io.kempelen.messaging.inbox;

import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** An event that this service has not applied yet: its CloudEvents id, its key, when it happened, and itself. */
public record Received(UUID id, String key, Instant time, SpecificRecord event) {}
