package io.kempelen.messaging.inbox;

import io.kempelen.messaging.outbox.Traces;
import io.kempelen.messaging.registry.EventCodec;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Feeds parked records to this service again, in order, key by key. */
final class DeadLetters {

    private final TransactionTemplate transaction;
    private final Watermarks watermarks;
    private final ParkedRecords parked;
    private final EventCodec codec;
    private final Traces traces;
    private final Inbox inbox;

    DeadLetters(
            TransactionTemplate transaction,
            Watermarks watermarks,
            ParkedRecords parked,
            EventCodec codec,
            Traces traces,
            Inbox inbox) {
        this.transaction = transaction;
        this.watermarks = watermarks;
        this.parked = parked;
        this.codec = codec;
        this.traces = traces;
        this.inbox = inbox;
    }

    /** What became of a replay: records applied now, and records that still wait. */
    record Replayed(int applied, long remaining) {}

    List<ParkedRecords.Parked> list(int limit) {
        return parked.all(limit);
    }

    Replayed replay() {
        var applied = 0;
        for (var history : parked.topicsAndKeys()) applied += replay(history.getKey(), history.getValue());
        return new Replayed(applied, parked.count());
    }

    /** Locks what a batch locks first, so that no batch can park a record behind a history that ends meanwhile. */
    private int replay(String topic, String key) {
        var applied = transaction.execute(status -> {
            watermarks.lock(parked.partitions(topic, key));
            var count = 0;
            for (var record : parked.lock(topic, key)) {
                if (!apply(record, status)) break;
                count++;
            }
            return count;
        });
        return applied == null ? 0 : applied;
    }

    /** Stops at the first record that still fails: the later ones of its key must not overtake it. */
    private boolean apply(ParkedRecords.Parked one, TransactionStatus status) {
        var record = one.record();
        var failure = BatchTransaction.attempt(
                () -> traces.during(Map.of(), () -> {
                    var event = BatchTransaction.received(record, codec);
                    BatchTransaction.handle(inbox.handler(record.topic()), List.of(event));
                }),
                status);
        if (failure == null) parked.remove(one.id());
        return failure == null;
    }
}
