package io.kempelen.messaging.inbox;

import io.kempelen.messaging.outbox.CloudEvent;
import io.kempelen.messaging.outbox.CrashPoints;
import io.kempelen.messaging.outbox.Traces;
import io.kempelen.messaging.registry.EventCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction per batch: effects, processed events and watermark commit together. Where a record fails for good, all of
 * it is rolled back and done again one by one, and the record is parked in that same transaction; an outage rolls all of it
 * back, to be tried again for ever.
 */
final class BatchTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(BatchTransaction.class);
    private static final int LONGEST_REASON = 1000;

    private final TransactionTemplate transaction;
    private final Watermarks watermarks;
    private final ParkedRecords parked;
    private final EventCodec codec;
    private final Traces traces;
    private final CrashPoints crashPoints;
    private final AppliedSignal signal;

    BatchTransaction(
            TransactionTemplate transaction,
            Watermarks watermarks,
            ParkedRecords parked,
            EventCodec codec,
            Traces traces,
            CrashPoints crashPoints,
            AppliedSignal signal) {
        this.transaction = transaction;
        this.watermarks = watermarks;
        this.parked = parked;
        this.codec = codec;
        this.traces = traces;
        this.crashPoints = crashPoints;
        this.signal = signal;
    }

    private record Decoded(RawRecord raw, Received received) {}

    void apply(List<RawRecord> batch, BatchHandler handler) {
        if (batch.isEmpty()) return;
        try {
            inOneTransaction(
                    batch,
                    (decoded, status) -> handle(
                            handler, decoded.stream().map(Decoded::received).toList()));
        } catch (RuntimeException failure) {
            if (Outage.isOne(failure)) throw failure;
            inOneTransaction(batch, (decoded, status) -> applyOneByOne(decoded, handler, status));
        }
        signal.raise(batch.stream().map(RawRecord::id).toList());
        crashPoints.reached("after-effect-before-offset");
    }

    private void inOneTransaction(List<RawRecord> batch, BiConsumer<List<Decoded>, TransactionStatus> effect) {
        transaction.executeWithoutResult(status -> {
            var news = unseen(batch);
            traces.during(parents(news), () -> {
                var decoded = decode(news);
                if (!decoded.isEmpty()) effect.accept(decoded, status);
            });
        });
    }

    /** Drops what the watermark or an earlier publication of the same event has covered, and moves the watermark. */
    private List<RawRecord> unseen(List<RawRecord> batch) {
        var next = new TreeMap<TopicPartition, Long>(
                java.util.Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
        for (var record : batch) next.merge(place(record), record.offset() + 1, Math::max);
        var seen = watermarks.lock(next.keySet());
        var fresh = batch.stream()
                .filter(record -> record.offset() >= seen.getOrDefault(place(record), 0L))
                .toList();
        if (fresh.isEmpty()) return fresh;
        next.replaceAll((partition, offset) -> Math.max(offset, seen.getOrDefault(partition, 0L)));
        var claimed = watermarks.advance(next, fresh.stream().map(RawRecord::id).toList());
        return fresh.stream().filter(record -> claimed.remove(record.id())).toList();
    }

    /** Parks what cannot be decoded or waits behind something parked. */
    private List<Decoded> decode(List<RawRecord> records) {
        var decoded = new ArrayList<Decoded>(records.size());
        if (records.isEmpty()) return decoded;
        var waiting = parked.keys(records.getFirst().topic());
        for (var record : records) {
            if (waiting.contains(record.key())) parked.park(record, null);
            else if (!decode(record, decoded)) waiting.add(record.key());
        }
        return decoded;
    }

    private boolean decode(RawRecord record, List<Decoded> into) {
        try {
            into.add(new Decoded(record, received(record, codec)));
            return true;
        } catch (EventCodec.UndecodableRecord | IllegalArgumentException poison) {
            park(record, poison);
            return false;
        }
    }

    static Received received(RawRecord record, EventCodec codec) {
        var payload = record.payload();
        if (payload == null) throw new IllegalArgumentException("The record has no value");
        try {
            return new Received(record.id(), record.key(), record.time(), codec.decode(payload));
        } catch (StackOverflowError endless) {
            throw new IllegalArgumentException("The record is nested too deeply to be read", endless);
        }
    }

    private void applyOneByOne(List<Decoded> decoded, BatchHandler handler, TransactionStatus status) {
        var waiting = new java.util.HashSet<String>();
        for (var one : decoded) {
            if (waiting.contains(one.raw().key())) {
                parked.park(one.raw(), null);
                continue;
            }
            var failure = attempt(() -> handle(handler, List.of(one.received())), status);
            if (failure == null) continue;
            park(one.raw(), failure);
            waiting.add(one.raw().key());
        }
    }

    /** What one record's content can break is a failure like any other; an Error would keep its partition for ever. */
    static void handle(BatchHandler handler, List<Received> events) {
        try {
            handler.handle(events);
        } catch (AssertionError | StackOverflowError broken) {
            throw new IllegalStateException("The events could not be handled: " + broken, broken);
        }
    }

    /** Runs under a savepoint and answers what went wrong for good; an outage is thrown on and takes the batch with it. */
    static @org.jspecify.annotations.Nullable RuntimeException attempt(Runnable work, TransactionStatus status) {
        var savepoint = status.createSavepoint();
        try {
            work.run();
            status.releaseSavepoint(savepoint);
            return null;
        } catch (RuntimeException failure) {
            if (Outage.isOne(failure)) throw failure;
            status.rollbackToSavepoint(savepoint);
            return failure;
        }
    }

    private void park(RawRecord record, RuntimeException failure) {
        LOG.error("Parked {}-{}@{} ({})", record.topic(), record.partition(), record.offset(), record.id(), failure);
        var reason = failure.toString().replace('\0', ' ');
        parked.park(record, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    private static Map<String, String> parents(List<RawRecord> records) {
        var parents = new HashMap<String, String>();
        for (var record : records) {
            var parent = record.headers().get(CloudEvent.TRACE_PARENT);
            if (parent == null) continue;
            parents.put(record.key(), parent);
            parents.put(record.headers().getOrDefault(CloudEvent.SUBJECT, record.key()), parent);
        }
        return parents;
    }

    private static TopicPartition place(RawRecord record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
