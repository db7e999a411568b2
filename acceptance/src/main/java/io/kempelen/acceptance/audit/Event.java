package io.kempelen.acceptance.audit;

import java.time.Instant;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** A record as any stranger reads it: headers, key and a generic Avro body. */
record Event(String topic, int partition, long offset, String key, Map<String, String> headers, GenericRecord body) {

    String id() {
        return headers.getOrDefault("ce_id", "");
    }

    String type() {
        return body.getSchema().getName();
    }

    String text(String field) {
        return body.get(field).toString();
    }

    @Nullable
    String optional(String field) {
        var value = body.get(field);
        return value == null ? null : value.toString();
    }

    long number(String field) {
        return ((Number) body.get(field)).longValue();
    }

    boolean flag(String field) {
        return (Boolean) body.get(field);
    }

    Instant time(String field) {
        return Instant.ofEpochMilli(number(field));
    }

    Amount money(String field) {
        return Amount.of(body.get(field));
    }

    String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
