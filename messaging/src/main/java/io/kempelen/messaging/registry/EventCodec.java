package io.kempelen.messaging.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Events as bytes in Confluent's wire format: a zero byte, the schema's id (4 bytes, big-endian), Avro binary. Subjects are {@code <topic>-<record>}. */
public final class EventCodec {

    private static final int HEADER_BYTES = 5;

    private final SchemaRegistry registry;
    private final Map<Schema, SpecificDatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();
    private final Map<Integer, SpecificDatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

    public EventCodec(SchemaRegistry registry) {
        this.registry = registry;
        TrustedClasses.allowEvents();
    }

    public static String subject(String topic, Schema schema) {
        return topic + "-" + schema.getFullName();
    }

    /** Makes sure the registry knows the schema, so that no later append can be refused. */
    public void register(String topic, Schema schema) {
        registry.idOf(subject(topic, schema), schema);
    }

    public byte[] encode(String topic, SpecificRecord event) {
        var schema = event.getSchema();
        var id = registry.idOf(subject(topic, schema), schema);
        var bytes = new ByteArrayOutputStream(256);
        bytes.writeBytes(
                ByteBuffer.allocate(HEADER_BYTES).put((byte) 0).putInt(id).array());
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

    /** @throws UndecodableRecord if the bytes are no event of ours */
    public SpecificRecord decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != 0)
            throw new UndecodableRecord("Not in Confluent's wire format", null);
        var id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        var reader = readers.computeIfAbsent(id, this::reader);
        try {
            return reader.read(
                    null, DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null));
        } catch (IOException | RuntimeException broken) {
            throw new UndecodableRecord("Schema " + id + " does not fit the bytes: " + broken, broken);
        }
    }

    private SpecificDatumReader<SpecificRecord> reader(int id) {
        var written = registry.byId(id);
        try {
            var type = Class.forName(written.getFullName()).asSubclass(SpecificRecord.class);
            var expected = type.getDeclaredConstructor().newInstance().getSchema();
            return new SpecificDatumReader<>(written, expected);
        } catch (ReflectiveOperationException | ClassCastException unknown) {
            throw new UndecodableRecord("No event of ours is called " + written.getFullName(), unknown);
        }
    }

    /** The bytes are not an event this program knows; reading them again cannot help. */
    public static final class UndecodableRecord extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UndecodableRecord(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
