package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.audit.Event;
import io.kempelen.acceptance.audit.Target;
import io.kempelen.acceptance.audit.WriterSchemas;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The two topics that speak of pay, read in portions: up to some ends first, from there to later ends then. */
final class Log implements AutoCloseable {

    static final String PAYOUTS = "payouts";
    static final String REVIEWS = "reviews";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE_POLLS = 60;
    private static final int RECORDS_AT_ONCE = 5000;
    private static final int ANSWER_WITHIN_MILLIS = 20_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final WriterSchemas schemas;
    private final String prefix;
    private final Progress progress;

    Log(Target target, WriterSchemas schemas, Progress progress) {
        this.schemas = schemas;
        this.progress = progress;
        prefix = target.prefix();
        consumer = new KafkaConsumer<>(settings(target), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            assign();
        } catch (RuntimeException away) {
            consumer.close();
            throw away;
        }
    }

    private static Properties settings(Target target) {
        var settings = new Properties();
        settings.put("bootstrap.servers", target.kafka());
        settings.put("enable.auto.commit", "false");
        settings.put("isolation.level", "read_committed");
        settings.put("max.poll.records", RECORDS_AT_ONCE);
        settings.put("default.api.timeout.ms", ANSWER_WITHIN_MILLIS);
        return settings;
    }

    private void assign() {
        var topics = consumer.listTopics();
        var partitions = List.of(PAYOUTS, REVIEWS).stream()
                .flatMap(name -> topics.getOrDefault(prefix + name, List.of()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.pause(partitions);
        rewind();
    }

    /** Whether a topic is there at all. */
    boolean exists(String name) {
        return consumer.assignment().stream()
                .anyMatch(partition -> partition.topic().equals(prefix + name));
    }

    TopicPartition partition(String name, int number) {
        return new TopicPartition(prefix + name, number);
    }

    void rewind() {
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Where a topic's partitions end at this moment. */
    Map<TopicPartition, Long> ends(String name) {
        return new HashMap<>(consumer.endOffsets(partitions(name)));
    }

    /** Partitions whose first records are gone, and how many. */
    Map<TopicPartition, Long> lostBeginnings() {
        var lost = new TreeMap<TopicPartition, Long>(java.util.Comparator.comparing(TopicPartition::toString));
        lost.putAll(consumer.beginningOffsets(consumer.assignment()));
        lost.values().removeIf(first -> first == 0);
        return lost;
    }

    private List<TopicPartition> partitions(String name) {
        return consumer.assignment().stream()
                .filter(partition -> partition.topic().equals(prefix + name))
                .toList();
    }

    /** Goes on from where the last reading ended. */
    void read(Map<TopicPartition, Long> ends, Reading<?> reading) {
        var open = new HashMap<>(ends);
        open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        consumer.resume(open.keySet());
        int silent = 0;
        while (!open.isEmpty()) {
            var records = consumer.poll(POLL);
            silent = records.isEmpty() ? silent + 1 : 0;
            if (silent > PATIENCE_POLLS) throw new IllegalStateException("Kafka gives no records any more");
            for (var record : records) {
                var end = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (end != null && record.offset() < end) take(record, reading);
            }
            open.entrySet().removeIf(end -> reached(end.getKey(), end.getValue()));
            progress.read(reading.eventCount);
        }
    }

    /** What was fetched beyond the end is fetched again when its time comes. */
    private boolean reached(TopicPartition partition, long end) {
        long position = consumer.position(partition);
        if (position < end) return false;
        consumer.pause(List.of(partition));
        if (position > end) consumer.seek(partition, end);
        return true;
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Reading<?> reading) {
        var topic = record.topic().substring(prefix.length());
        var place = topic + "-" + record.partition() + "@" + record.offset();
        if (record.value() == null || record.key() == null) {
            reading.unreadable(place, "the record has no key or no value");
            return;
        }
        try {
            var event = new Event(
                    topic,
                    record.partition(),
                    record.offset(),
                    new String(record.key(), StandardCharsets.UTF_8),
                    headers(record.headers()),
                    schemas.decode(record.value()));
            reading.event(event, Arrays.hashCode(record.value()));
        } catch (IllegalArgumentException foreign) {
            reading.unreadable(place, String.valueOf(foreign.getMessage()));
        }
    }

    private static Map<String, String> headers(Iterable<Header> record) {
        var headers = new HashMap<String, String>();
        for (var header : record)
            if (header.value() != null) headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        return headers;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
