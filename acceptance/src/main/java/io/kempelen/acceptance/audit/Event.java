package io.kempelen.acceptance.audit;

import java.time.Instant;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** A record as any stranger reads it: headers, key and a generic Avro body. */
public record Event(
        String topic, int partition, long offset, String key, Map<String, String> headers, GenericRecord body) {

    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    public String type() {
        return body.getSchema().getName();
    }

    public String text(String field) {
        return body.get(field).toString();
    }

    @Nullable
    public String optional(String field) {
        var value = body.get(field);
        return value == null ? null : value.toString();
    }

    public long number(String field) {
        return ((Number) body.get(field)).longValue();
    }

    public boolean flag(String field) {
        return (Boolean) body.get(field);
    }

    public Instant time(String field) {
        return Instant.ofEpochMilli(number(field));
    }

    public Amount money(String field) {
        return Amount.of(body.get(field));
    }

    /** Where it is found: its offset, or its row while it waits in an outbox. */
    public String place() {
        return partition < 0 ? topic + " (outbox row " + offset + ")" : topic + "-" + partition + "@" + offset;
    }
}
