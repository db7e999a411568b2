package io.kempelen.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Hears from Kafka which assignments are paid, as any reader of the topic would: two headers say it, nothing is decoded. A
 * payment heard is later than the payment itself by its way through the outbox and the broker, never earlier.
 */
public final class Payments implements AutoCloseable {

    private static final String TOPIC = "kempelen.payouts";
    private static final String PAID = "io.kempelen.events.RewardPaid";
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicLong paid = new AtomicLong();
    private final AtomicLong strange = new AtomicLong();
    private volatile @Nullable RuntimeException failure;
    private volatile boolean running = true;

    /** @param counted whether its time says something: its verdict needed no further answer */
    private record Waiting(long submittedAt, Timings timings, boolean counted, Runnable whenPaid) {}

    public Payments(String brokers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed", "client.id", "bench"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("payments").start(this::listen);
    }

    /** Rewards of this run that were heard of. */
    public long paid() {
        return paid.get();
    }

    /** Rewards heard of that nobody here waits for: paid twice, or another's. */
    public long strange() {
        return strange.get();
    }

    /** To be told before the answer is sent: the money may be faster than the reply. */
    public void expect(String assignmentId, long submittedAt, Timings timings, boolean counted, Runnable whenPaid) {
        waiting.put(assignmentId, new Waiting(submittedAt, timings, counted, whenPaid));
    }

    public void forget(String assignmentId) {
        waiting.remove(assignmentId);
    }

    private void listen() {
        try {
            while (running) {
                for (var one : consumer.poll(POLL)) heard(one, System.nanoTime());
            }
        } catch (WakeupException closing) {
            running = false;
        } catch (RuntimeException broken) {
            failure = broken;
        } finally {
            consumer.close();
        }
    }

    private void heard(ConsumerRecord<byte[], byte[]> one, long now) {
        if (!PAID.equals(text(one.headers(), "ce_type"))) return;
        var known = waiting.remove(text(one.headers(), "ce_subject"));
        if (known == null) {
            strange.incrementAndGet();
            return;
        }
        paid.incrementAndGet();
        if (known.counted()) known.timings().record(Timings.Step.PAID, known.submittedAt(), now);
        known.whenPaid().run();
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    public void check() {
        var broken = failure;
        if (broken != null) throw new IllegalStateException("The payouts topic could not be read: " + broken, broken);
    }

    @Override
    public void close() {
        running = false;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
