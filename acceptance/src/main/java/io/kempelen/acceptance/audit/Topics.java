package io.kempelen.acceptance.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The six topics, read from the first record to the last without joining any group. */
final class Topics implements AutoCloseable {

    static final List<String> NAMES =
            List.of("accounts", "tasks", "assignments", "reviews", "payouts", "notifications");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE_POLLS = 60;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final WriterSchemas schemas;
    private final String prefix;

    Topics(Target target) {
        var settings = new Properties();
        settings.put("bootstrap.servers", target.kafka());
        settings.put("enable.auto.commit", "false");
        settings.put("isolation.level", "read_committed");
        settings.put("max.poll.records", "5000");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        schemas = new WriterSchemas(target.registry());
        prefix = target.prefix();
    }

    /** Where each partition ends at this moment; a topic that does not exist has no partitions. */
    Map<TopicPartition, Long> ends() {
        var existing = consumer.listTopics();
        var partitions = NAMES.stream()
                .flatMap(name -> existing.getOrDefault(prefix + name, List.of()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        return new HashMap<>(consumer.endOffsets(partitions));
    }

    /** Dead-letter topics that hold something, and how much. */
    Map<String, Long> deadLetters() {
        var partitions = consumer.listTopics().entrySet().stream()
                .filter(topic ->
                        topic.getKey().startsWith(prefix) && topic.getKey().endsWith(".dlt"))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        return consumer.endOffsets(partitions).entrySet().stream()
                .filter(end -> end.getValue() > 0)
                .collect(Collectors.toMap(end -> end.getKey().topic(), Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    /** Hands over every record up to the given ends, in order within each partition; a repeated publication only once. */
    void read(Map<TopicPartition, Long> ends, Consumer<Event> reader, Findings findings) {
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        Set<String> seen = new HashSet<>();
        int silent = 0;
        while (!reached(ends)) {
            var records = consumer.poll(POLL);
            silent = records.isEmpty() ? silent + 1 : 0;
            if (silent > PATIENCE_POLLS) throw new IllegalStateException("Kafka gives no records any more");
            for (var record : records) {
                var end = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (end != null && record.offset() < end) take(record, seen, reader, findings);
            }
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** At-least-once is allowed to repeat a record under its id; the same id with another content is not a repetition. */
    private void take(
            ConsumerRecord<byte[], byte[]> record, Set<String> seen, Consumer<Event> reader, Findings findings) {
        var place = record.topic() + "-" + record.partition() + "@" + record.offset();
        var headers = headers(record);
        var id = headers.getOrDefault("ce_id", "");
        if (record.value() == null || record.key() == null) {
            findings.add("event-form", place, "the record has no key or no value");
            return;
        }
        if (!seen.add(id + "/" + java.util.Arrays.hashCode(record.value()))) return;
        if (!seen.add(id)) findings.add("event-form", place, "the id " + id + " stands for two different records");
        try {
            var body = schemas.decode(record.value());
            var key = new String(record.key(), StandardCharsets.UTF_8);
            reader.accept(new Event(
                    record.topic().substring(prefix.length()),
                    record.partition(),
                    record.offset(),
                    key,
                    headers,
                    body));
        } catch (IllegalArgumentException e) {
            findings.add("event-form", place, "cannot be decoded: " + e.getMessage());
        }
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        for (var header : record.headers()) {
            if (header.value() != null) headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    List<String> missing() {
        var existing = consumer.listTopics();
        var missing = new ArrayList<String>();
        for (var name : NAMES) if (!existing.containsKey(prefix + name)) missing.add(prefix + name);
        return missing;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
