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
    private final ParkedRecords parked;
    private final EventCodec codec;
    private final Traces traces;
    private final Inbox inbox;

    DeadLetters(TransactionTemplate transaction, ParkedRecords parked, EventCodec codec, Traces traces, Inbox inbox) {
        this.transaction = transaction;
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
        int more;
        do { // what came while a history was replayed was parked behind it
            more = 0;
            for (var history : parked.topicsAndKeys()) more += replay(history.getKey(), history.getValue());
            applied += more;
        } while (more > 0);
        return new Replayed(applied, parked.count());
    }

    private int replay(String topic, String key) {
        var applied = transaction.execute(status -> {
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
                    var payload = record.payload();
                    if (payload == null) throw new IllegalArgumentException("The record has no value");
                    var event = new Received(record.id(), record.key(), record.time(), codec.decode(payload));
                    inbox.handler(record.topic()).handle(List.of(event));
                }),
                status);
        if (failure == null) parked.remove(one.id());
        return failure == null;
    }
}
