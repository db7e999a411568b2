package io.kempelen.messaging.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes events in Confluent's wire format: a zero byte, the schema's id (4 bytes, big-endian), Avro binary. Subjects are
 * {@code <topic>-<record>} (TopicRecordNameStrategy). Takes Confluent's own configuration keys, so that either can stand in
 * for the other; bytes pass through as they are.
 */
public final class EventSerializer implements Serializer<Object> {

    private final Map<Schema, SpecificDatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;

    /** For Kafka, which calls {@link #configure} next. */
    public EventSerializer() {}

    EventSerializer(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        if (registry == null) registry = RegistryConfig.registry(configs);
    }

    public static String subject(String topic, Schema schema) {
        return topic + "-" + schema.getFullName();
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object data) {
        return switch (data) {
            case null -> null;
            case byte[] bytes -> bytes;
            case SpecificRecord event -> encode(topic, event);
            default -> throw new IllegalArgumentException("Not an event: " + data.getClass());
        };
    }

    private byte[] encode(String topic, SpecificRecord event) {
        if (registry == null) throw new IllegalStateException("Not configured: schema.registry.url");
        var schema = event.getSchema();
        var bytes = new ByteArrayOutputStream(256);
        var id = registry.idOf(subject(topic, schema), schema);
        bytes.writeBytes(
                ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 0).putInt(id).array());
        try {
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writers.computeIfAbsent(schema, key -> new SpecificDatumWriter<>(key))
                    .write(event, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail to be written", impossible);
        }
        return bytes.toByteArray();
    }
}
