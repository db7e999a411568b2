package io.kempelen.messaging.testing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.kempelen.messaging.registry.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events as the other services would and reads what the service under test has published. */
public final class KafkaProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventCodec codec;
    private final String brokers;
    private final KafkaProducer<byte[], byte[]> producer;

    KafkaProbe(EventCodec codec, String brokers) {
        this.codec = codec;
        this.brokers = brokers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A record as it lies in the topic. */
    public record Seen(String key, Map<String, String> headers, SpecificRecord event) {}

    /** Publishes an event and returns its CloudEvents id. */
    public UUID send(String topic, String key, SpecificRecord event) {
        var id = UuidCreator.getTimeOrderedEpoch();
        send(topic, key, event, id);
        return id;
    }

    /** Publishes one event twice, as a sender does that crashed between sending and deleting. */
    public UUID sendTwice(String topic, String key, SpecificRecord event) {
        var id = send(topic, key, event);
        send(topic, key, event, id);
        return id;
    }

    public void send(String topic, String key, SpecificRecord event, UUID id) {
        sendRaw(topic, key, event.getSchema().getFullName(), codec.encode(topic, event), id);
    }

    /** Publishes any bytes, also such as nobody can decode. */
    public void sendRaw(String topic, String key, String type, byte[] payload, UUID id) {
        var headers = new RecordHeaders();
        headers.add("ce_id", bytes(id.toString()));
        headers.add("ce_type", bytes(type));
        headers.add("ce_time", bytes(Instant.now().toString()));
        try {
            producer.send(new ProducerRecord<>(topic, null, bytes(key), payload, headers))
                    .get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Waits until at least so many events of a type match, and returns all that do. */
    public <E extends SpecificRecord> List<E> await(String topic, Class<E> type, int least, Predicate<E> matching) {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            var found = all(topic).stream()
                    .map(Seen::event)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(matching)
                    .toList();
            if (found.size() >= least) return found;
            if (Instant.now().isAfter(until))
                throw new AssertionError(
                        "Only " + found.size() + " of " + least + " " + type.getSimpleName() + " in " + topic);
        }
    }

    /** Waits for one event of a type. */
    public <E extends SpecificRecord> E awaitOne(String topic, Class<E> type, Predicate<E> matching) {
        return await(topic, type, 1, matching).getFirst();
    }

    /** Every event that is in a topic now, decoded; what some test wrote to be undecodable is left out. */
    public List<Seen> all(String topic) {
        return raw(topic).stream()
                .filter(record -> record.value() != null && record.value()[0] == 0)
                .flatMap(this::seen)
                .toList();
    }

    private Stream<Seen> seen(ConsumerRecord<byte[], byte[]> record) {
        try {
            var key = new String(record.key(), StandardCharsets.UTF_8);
            return Stream.of(new Seen(key, headers(record), codec.decode(record.value())));
        } catch (StackOverflowError endless) {
            return Stream.empty();
        }
    }

    /** Everything that is in a topic now, as bytes. */
    public List<ConsumerRecord<byte[], byte[]>> raw(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        var texts = new java.util.LinkedHashMap<String, String>();
        record.headers().forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return texts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
