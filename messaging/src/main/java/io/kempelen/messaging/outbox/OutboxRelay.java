package io.kempelen.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what the outbox holds, in order, and deletes it once Kafka has acknowledged all of it. One sender per service and
 * pass: an advisory lock keeps the other replicas out, else the order within a key would break.
 */
final class OutboxRelay implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x6b656d70656cL;
    private static final int BATCH = 1000;
    private static final int BUSY = -1;
    private static final int SWEEP_AFTER = 2000;
    private static final Duration BUSY_PAUSE = Duration.ofMillis(20);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Producer<byte[], byte[]> producer;
    private final CrashPoints crashPoints;
    private final Duration poll;
    private final Duration linger;
    private final Semaphore wake = new Semaphore(0);
    private int unswept;
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Producer<byte[], byte[]> producer,
            CrashPoints crashPoints,
            Duration poll,
            Duration linger) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.producer = producer;
        this.crashPoints = crashPoints;
        this.poll = poll;
        this.linger = linger;
    }

    void nudge() {
        if (wake.availablePermits() == 0) wake.release();
    }

    @Override
    public void run() {
        boolean nudged = false;
        while (running) {
            try {
                var sent = nudged || filled() ? pass() : 0;
                if (sent == BUSY) Thread.sleep(BUSY_PAUSE);
                sweep(sent);
                if (sent == BUSY || sent == BATCH) continue;
                nudged = wake.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                if (nudged) gather();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException outage) {
                LOG.warn("The outbox waits: {}", outage.toString());
                rest();
            }
        }
    }

    /** A pass costs the same for one event as for ten, so those that are written this very moment come along. */
    private void gather() throws InterruptedException {
        Thread.sleep(linger);
        wake.drainPermits();
    }

    /** Rows sent stay in the way of every later pass until they are swept, and autovacuum comes by once a minute only. */
    private void sweep(int sent) {
        unswept += Math.max(0, sent);
        if (unswept < SWEEP_AFTER) return;
        unswept = 0;
        jdbc.execute("VACUUM (SKIP_LOCKED, TRUNCATE FALSE) outbox");
    }

    private boolean filled() {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM outbox)", Boolean.class));
    }

    private record Row(long id, String topic, String key, String headers, byte @Nullable [] payload) {}

    private int pass() {
        var sent = transaction.execute(status -> {
            var alone = jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK);
            return Boolean.TRUE.equals(alone) ? sendBatch() : BUSY;
        });
        return sent == null ? 0 : sent;
    }

    private int sendBatch() {
        var rows = jdbc.query(
                "SELECT id, topic, key, headers, payload FROM outbox ORDER BY id LIMIT " + BATCH,
                (row, n) ->
                        new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBytes(5)));
        if (rows.isEmpty()) return 0;
        crashPoints.reached("after-commit-before-send");
        awaitAll(rows.stream().map(row -> producer.send(message(row))).toList());
        crashPoints.reached("after-send-before-delete");
        var ids = rows.stream().map(Row::id).toArray(Long[]::new);
        jdbc.update("DELETE FROM outbox WHERE id = ANY (?)", (Object) ids);
        return rows.size();
    }

    private static ProducerRecord<byte[], byte[]> message(Row row) {
        var key = row.key().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(row.topic(), null, key, row.payload(), CloudEvent.kafkaHeaders(row.headers()));
    }

    private void awaitAll(List<java.util.concurrent.Future<org.apache.kafka.clients.producer.RecordMetadata>> acks) {
        try {
            for (var ack : acks) ack.get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka did not acknowledge: " + refused.getCause(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending", stopped);
        }
    }

    private void rest() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this);
    }

    @Override
    public void stop() {
        running = false;
        nudge();
        var relay = thread;
        if (relay == null) return;
        try {
            relay.join(Duration.ofSeconds(15));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts first and stops last, so that the last requests' events still leave. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }
}
