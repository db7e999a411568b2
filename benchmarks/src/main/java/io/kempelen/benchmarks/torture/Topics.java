package io.kempelen.benchmarks.torture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topics as they are afterwards: read anew from the first record to the last, as any stranger could. */
final class Topics implements AutoCloseable {

    private static final List<String> READ = List.of("kempelen.assignments", "kempelen.reviews", "kempelen.payouts");
    private static final String PREFIX = "kempelen.";
    private static final String DEAD = ".dlt";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int SILENT_POLLS = 60;

    private final KafkaConsumer<byte[], byte[]> consumer;

    Topics(String brokers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed", "client.id", "torture"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    Heard read() {
        var heard = new Heard();
        var ends = consumer.endOffsets(READ.stream().flatMap(this::partitions).toList());
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        int silent = 0;
        while (!isReached(ends)) {
            var records = consumer.poll(POLL);
            silent = records.isEmpty() ? silent + 1 : 0;
            if (silent > SILENT_POLLS) throw new IllegalStateException("Kafka gives no records any more.");
            for (var one : records) {
                var headers = one.headers();
                heard.take(
                        text(headers, "ce_type"),
                        text(headers, "ce_subject"),
                        text(headers, "ce_id"),
                        text(headers, "ce_time"));
            }
        }
        return heard;
    }

    private boolean isReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private java.util.stream.Stream<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream().map(Topics::partition);
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    /** Records in all topics of dead letters. */
    long deadLetters() {
        var partitions = consumer.listTopics().entrySet().stream()
                .filter(topic ->
                        topic.getKey().startsWith(PREFIX) && topic.getKey().endsWith(DEAD))
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .map(Topics::partition)
                .toList();
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(end -> end)
                .sum();
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
