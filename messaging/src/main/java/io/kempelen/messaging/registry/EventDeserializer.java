package io.kempelen.messaging.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EventSerializer} or Confluent's serializer wrote: into our classes, or generically where {@code specific.avro.reader} is false. */
public final class EventDeserializer implements Deserializer<Object> {

    private static final int HEADER_BYTES = 5;

    private final Map<Integer, DatumReader<?>> readers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private boolean specific = true;

    /** For Kafka, which calls {@link #configure} next. */
    public EventDeserializer() {}

    EventDeserializer(SchemaRegistry registry) {
        this.registry = registry;
        TrustedClasses.allowEvents();
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        if (registry == null) registry = RegistryConfig.registry(configs);
        specific = RegistryConfig.specific(configs);
        TrustedClasses.allowEvents();
    }

    /** @throws SerializationException if the bytes are no event: reading them again cannot help */
    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) return null;
        if (bytes.length < HEADER_BYTES || bytes[0] != 0)
            throw new SerializationException("Not in Confluent's wire format");
        var id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        var reader = readers.computeIfAbsent(id, this::reader);
        try {
            var decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
            return reader.read(null, decoder);
        } catch (IOException | RuntimeException broken) {
            throw new SerializationException("Schema " + id + " does not fit the bytes: " + broken, broken);
        }
    }

    private DatumReader<?> reader(int id) {
        if (registry == null) throw new IllegalStateException("Not configured: schema.registry.url");
        var written = registry.byId(id);
        if (!specific) return new GenericDatumReader<>(written);
        try {
            var type = Class.forName(written.getFullName()).asSubclass(SpecificRecord.class);
            var expected = type.getDeclaredConstructor().newInstance().getSchema();
            return new SpecificDatumReader<SpecificRecord>(written, expected);
        } catch (ReflectiveOperationException | ClassCastException unknown) {
            throw new SerializationException("No event of ours is called " + written.getFullName(), unknown);
        }
    }
}
