package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.audit.Amount;
import io.kempelen.acceptance.audit.Event;
import io.kempelen.acceptance.audit.Target;
import io.kempelen.acceptance.audit.WriterSchemas;
import io.kempelen.acceptance.ledger.Difference.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One moment of a platform that may go on moving. The moment is a REPEATABLE READ snapshot of payout-service's database, taken
 * while the verifier itself holds the advisory lock under which the outbox is sent: nothing leaves the outbox then, so what the
 * snapshot has ever told is exactly kempelen.payouts up to its ends at that moment and the rows in the snapshot's outbox (an id
 * in both counts once). The lock is held for that one look at the ends and given back; everything else is read afterwards, from
 * the snapshot. What the snapshot owes is as exact: its own watermarks say which records of kempelen.reviews it has applied, in
 * the same transactions as their transfers, and later ones owe nothing yet. Most of the topics is read before the moment, so
 * that the snapshot, which keeps dead rows alive, is open only as long as its tables take to read.
 */
final class LivePlatform implements Source, AutoCloseable {

    private static final String WATERMARKS =
            "SELECT partition, next_offset FROM inbox_watermark WHERE topic = 'kempelen.reviews'";
    private static final String TRANSFERS =
            "SELECT id, cause_id, debit_account, credit_account, amount, currency, funds_id FROM transfer";
    private static final String BALANCES =
            "SELECT a.id, a.currency, b.amount FROM ledger_account a LEFT JOIN balance b ON b.account_id = a.id";
    private static final String HOLDS =
            "SELECT funds_id, requester_id, currency, remaining FROM hold WHERE remaining <> 0";
    private static final String OUTBOX =
            "SELECT id, key, headers, payload FROM outbox WHERE topic = 'kempelen.payouts' ORDER BY id";
    private static final String PARKED = """
            SELECT partition, record_offset, key, headers, payload FROM parked_record
            WHERE topic = 'kempelen.reviews' AND payload IS NOT NULL""";

    private final PayoutStore store;
    private final Log log;
    private final WriterSchemas schemas;
    private final Verification.Planting planting;
    private @Nullable Cut cut;

    /** Where the topics are to be read to. */
    private record Cut(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> missing, long unapplied) {}

    LivePlatform(Target target, PayoutStore store, Verification.Planting planting, Progress progress) {
        this.store = store;
        this.planting = planting;
        schemas = new WriterSchemas(target.registry());
        log = new Log(target, schemas, progress);
    }

    @Override
    public void tell(Reading<?> reading) throws SQLException {
        var moment = cut;
        if (moment == null) {
            readAhead(reading);
            moment = take();
            cut = moment;
        } else {
            log.rewind();
        }
        log.read(moment.ends(), reading);
        reading.unapplied = moment.unapplied();
        whole(moment, reading);
        stored(reading);
    }

    private void readAhead(Reading<?> reading) throws SQLException {
        var ends = log.ends(Log.PAYOUTS);
        var existing = log.ends(Log.REVIEWS);
        store.eachNow(WATERMARKS, row -> put(row, existing, ends));
        log.read(ends, reading);
    }

    private Cut take() throws SQLException {
        var ends = new HashMap<TopicPartition, Long>();
        var reviews = new HashMap<TopicPartition, Long>();
        store.still(() -> {
            ends.putAll(log.ends(Log.PAYOUTS));
            reviews.putAll(log.ends(Log.REVIEWS));
        });
        planting.plant(store.snapshot());
        store.readOnly();
        var applied = new HashMap<TopicPartition, Long>();
        var missing = new HashMap<TopicPartition, Long>();
        store.each(WATERMARKS, row -> {
            put(row, reviews, applied);
            var partition = log.partition(Log.REVIEWS, row.getInt(1));
            long beyond = row.getLong(2) - reviews.getOrDefault(partition, 0L);
            if (beyond > 0) missing.put(partition, beyond);
        });
        long unapplied = reviews.entrySet().stream()
                .mapToLong(end -> end.getValue() - applied.getOrDefault(end.getKey(), 0L))
                .sum();
        ends.putAll(applied);
        return new Cut(ends, missing, unapplied);
    }

    /** A watermark, or where its partition ends if that is earlier. */
    private void put(ResultSet row, Map<TopicPartition, Long> existing, Map<TopicPartition, Long> into)
            throws SQLException {
        var partition = log.partition(Log.REVIEWS, row.getInt(1));
        var end = existing.get(partition);
        if (end != null) into.put(partition, Math.min(end, row.getLong(2)));
    }

    private void whole(Cut moment, Reading<?> reading) {
        for (var name : List.of(Log.PAYOUTS, Log.REVIEWS))
            if (!log.exists(name)) reading.faults.add(Kind.EVENT, name, "the topic does not exist");
        log.lostBeginnings()
                .forEach((partition, first) -> reading.faults.add(
                        Kind.EVENT, partition.toString(), "its first " + first + " records are gone"));
        moment.missing()
                .forEach((partition, beyond) -> reading.faults.add(
                        Kind.EVENT,
                        partition.toString(),
                        "its last " + beyond + " records are gone: payout-service has read them"));
    }

    private void stored(Reading<?> reading) throws SQLException {
        store.each(OUTBOX, row -> {
            var payload = row.getBytes(4);
            var place = "payouts (outbox row " + row.getLong(1) + ")";
            try {
                var event = event(Log.PAYOUTS, -1, row.getLong(1), row.getString(2), row.getString(3), payload);
                reading.unsent(event, Arrays.hashCode(payload));
            } catch (IllegalArgumentException foreign) {
                reading.unreadable(place, String.valueOf(foreign.getMessage()));
            }
        });
        store.each(PARKED, row -> parked(row, reading));
        store.each(TRANSFERS, row -> reading.transfer(transfer(row)));
        store.each(BALANCES, row -> reading.balance(row.getString(1), row.getString(2), row.getObject(3, Long.class)));
        store.each(
                HOLDS, row -> reading.remaining(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    private void parked(ResultSet row, Reading<?> reading) throws SQLException {
        try {
            reading.parked(event(
                    Log.REVIEWS, row.getInt(1), row.getLong(2), row.getString(3), row.getString(4), row.getBytes(5)));
        } catch (IllegalArgumentException poison) {
            // it is as unreadable on its topic, where it is a finding
        }
    }

    private Event event(String topic, int partition, long offset, String key, String headers, byte[] payload) {
        return new Event(topic, partition, offset, key, headers(headers), schemas.decode(payload));
    }

    /** As payout-service writes them down: a line each. */
    private static Map<String, String> headers(String written) {
        return written.lines()
                .map(line -> line.split(": ", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, second) -> second));
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Amount(row.getLong(5), row.getString(6)),
                row.getString(7));
    }

    @Override
    public void close() {
        log.close();
    }
}
