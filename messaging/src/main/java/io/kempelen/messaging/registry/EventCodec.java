package io.kempelen.messaging.registry;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Events to bytes and back, by whatever Kafka serializer and deserializer are configured. */
public final class EventCodec {

    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;

    EventCodec(Serializer<Object> serializer, Deserializer<Object> deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    public byte[] encode(String topic, SpecificRecord event) {
        return serializer.serialize(topic, event);
    }

    /** @throws UndecodableRecord if the bytes are no event of ours; a registry that does not answer is thrown as it is */
    public SpecificRecord decode(byte[] bytes) {
        try {
            if (deserializer.deserialize("", bytes) instanceof SpecificRecord event) return event;
            throw new UndecodableRecord("Not an event of ours", null);
        } catch (SerializationException broken) {
            if (broken.getCause() instanceof RetriableException outage) throw outage;
            throw new UndecodableRecord(String.valueOf(broken.getMessage()), broken);
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
