package io.kempelen.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

/** Copies of the six topics with one fault planted, on the same broker: the platform itself stays as it is. */
final class Copies {

    private static final List<String> NAMES =
            List.of("accounts", "tasks", "assignments", "reviews", "payouts", "notifications");

    private final String kafka;

    Copies(String kafka) {
        this.kafka = kafka;
    }

    /** What becomes of a record on its way: none, itself, or more. */
    interface Change {
        List<ProducerRecord<byte[], byte[]>> of(
                ConsumerRecord<byte[], byte[]> record, ProducerRecord<byte[], byte[]> copy);
    }

    static Change faithful() {
        return (record, copy) -> List.of(copy);
    }

    /** Leaves out the first event of a type. */
    static Change without(String type) {
        return once(type, copy -> List.of());
    }

    /** Writes the first event of a type once more, as a new event or as the repetition that at-least-once allows. */
    static Change again(String type, boolean asNewEvent) {
        return once(type, copy -> {
            var headers = new RecordHeaders(copy.headers());
            if (asNewEvent)
                headers.remove("ce_id")
                        .add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
            return List.of(
                    copy, new ProducerRecord<>(copy.topic(), copy.partition(), copy.key(), copy.value(), headers));
        });
    }

    /** Adds a cent to the reward of the first event of a type. */
    static Change oneCentMore(String type, URI registry) {
        return once(
                type,
                copy -> List.of(new ProducerRecord<>(
                        copy.topic(), copy.partition(), copy.key(), dearer(copy.value(), registry), copy.headers())));
    }

    private interface Replacement {
        List<ProducerRecord<byte[], byte[]>> of(ProducerRecord<byte[], byte[]> copy);
    }

    private static Change once(String type, Replacement replacement) {
        var done = new boolean[1];
        return (record, copy) -> {
            var header = record.headers().lastHeader("ce_type");
            var name = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            if (done[0] || !name.endsWith("." + type)) return List.of(copy);
            done[0] = true;
            return replacement.of(copy);
        };
    }

    void copy(String from, String to, Change change) throws Exception {
        var partitions = partitions(from);
        create(to, partitions);
        try (var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka, "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            awaitLeaders(consumer, to, from, partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var sent = new ArrayList<Future<RecordMetadata>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    var topic = to + record.topic().substring(from.length());
                    var copy = new ProducerRecord<>(
                            topic, record.partition(), record.key(), record.value(), record.headers());
                    for (var one : change.of(record, copy)) sent.add(producer.send(one));
                }
            }
            producer.flush();
            for (var one : sent) one.get(); // a copy that lacks a record would accuse the platform
        }
    }

    /** A producer that writes to partitions which have no leader yet may get its sequence numbers wrong. */
    private static void awaitLeaders(
            KafkaConsumer<byte[], byte[]> consumer, String to, String from, List<TopicPartition> like) {
        var copies = like.stream()
                .map(one -> new TopicPartition(to + one.topic().substring(from.length()), one.partition()))
                .toList();
        consumer.endOffsets(copies, Duration.ofMinutes(1));
    }

    private List<TopicPartition> partitions(String prefix) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            var topics = NAMES.stream().map(name -> prefix + name).toList();
            var all = new ArrayList<TopicPartition>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> all.add(new TopicPartition(topic.name(), partition.partition()))));
            return all;
        }
    }

    private void create(String prefix, List<TopicPartition> like) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            var topics = NAMES.stream()
                    .map(name -> new NewTopic(
                            prefix + name,
                            (int) like.stream()
                                    .filter(one -> one.topic().endsWith("." + name))
                                    .count(),
                            (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        }
    }

    private static byte[] dearer(byte[] value, URI registry) {
        try {
            int id = ByteBuffer.wrap(value, 1, 4).getInt();
            var base = registry.toString().endsWith("/") ? registry.toString() : registry + "/";
            try (var stream = URI.create(base + "schemas/ids/" + id).toURL().openStream()) {
                var schema = new Schema.Parser()
                        .parse(JsonMapper.builder()
                                .build()
                                .readTree(stream)
                                .path("schema")
                                .asString());
                var decoder = DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null);
                var record = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
                var reward = (GenericRecord) record.get("reward");
                reward.put("minorUnits", (Long) reward.get("minorUnits") + 1);
                var bytes = new ByteArrayOutputStream();
                bytes.write(value, 0, 5);
                var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
                new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
                encoder.flush();
                return bytes.toByteArray();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
