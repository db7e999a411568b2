package io.kempelen.messaging.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** A record as Kafka gave it, before it is decoded: a duplicate is dropped by its headers alone. */
record RawRecord(
        String topic, int partition, long offset, String key, Map<String, String> headers, byte @Nullable [] payload) {

    static List<RawRecord> of(Message<List<byte[]>> batch) {
        var headers = batch.getHeaders();
        var topics = list(headers.get(KafkaHeaders.RECEIVED_TOPIC));
        var partitions = list(headers.get(KafkaHeaders.RECEIVED_PARTITION));
        var offsets = list(headers.get(KafkaHeaders.OFFSET));
        var keys = list(headers.get(KafkaHeaders.RECEIVED_KEY));
        var own = headers.get(KafkaHeaders.BATCH_CONVERTED_HEADERS);
        var all = list(own == null ? headers.get(KafkaHeaders.NATIVE_HEADERS) : own);
        List<?> payloads = batch.getPayload();
        return java.util.stream.IntStream.range(0, payloads.size())
                .mapToObj(i -> new RawRecord(
                        text(topics.get(i)),
                        ((Number) partitions.get(i)).intValue(),
                        ((Number) offsets.get(i)).longValue(),
                        text(keys.get(i)),
                        headers(all.get(i)),
                        payloads.get(i) instanceof byte[] bytes ? bytes : null))
                .toList();
    }

    /** The CloudEvents id; a record of a stranger, who gave none, is named by its place. */
    UUID id() {
        try {
            return UUID.fromString(headers.getOrDefault("ce_id", ""));
        } catch (IllegalArgumentException none) {
            return UUID.nameUUIDFromBytes((topic + "/" + partition + "/" + offset).getBytes(StandardCharsets.UTF_8));
        }
    }

    Instant time() {
        try {
            return Instant.parse(headers.getOrDefault("ce_time", ""));
        } catch (DateTimeParseException none) {
            return Instant.EPOCH;
        }
    }

    private static List<?> list(@Nullable Object header) {
        if (header instanceof List<?> values) return values;
        throw new IllegalStateException("A batch listener was expected, but this header is no list: " + header);
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    private static Map<String, String> headers(Object own) {
        var texts = new LinkedHashMap<String, String>();
        if (own instanceof Headers nativeOnes)
            nativeOnes.forEach(header -> texts.put(header.key(), text(header.value())));
        if (own instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value instanceof byte[] || value instanceof String) texts.put(String.valueOf(name), text(value));
            });
        }
        return texts;
    }
}
