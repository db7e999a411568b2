package io.kempelen.payout.withdrawal.rail.file;

import io.kempelen.messaging.seal.Sealer;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.Run;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files that were written, each for ever as it was. */
@Component
class PaymentFiles {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Sealer sealer;
    private final InstantSource clock;

    PaymentFiles(JdbcTemplate jdbc, PlatformTransactionManager transactions, Sealer sealer, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.sealer = sealer;
        this.clock = clock;
    }

    /** A file without its content. */
    record Listed(
            String fileId, String rail, String name, int payouts, long amount, String currency, Instant writtenAt) {}

    /** A file's bytes. */
    record Content(String name, String mediaType, byte[] bytes) {}

    /**
     * Stores the run's file and marks its payouts as sent, together: a payout that was given to another run meanwhile, because
     * this one seemed lost, would be in two files, so then there is no file.
     *
     * @return whether the file is there now
     */
    boolean write(PaymentFormat format, Run run) {
        var content = format.write(run);
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (send(format, run) == run.orders().size()) {
                insert(format, run, content);
                return true;
            }
            status.setRollbackOnly();
            return find(run.id()).isPresent();
        }));
    }

    private int send(PaymentFormat format, Run run) {
        return jdbc.update(
                "UPDATE payout SET state = 'SENT', due_at = ? WHERE run_id = ? AND state = 'SENDING' AND id = ANY (?)",
                format.arrivesAfter()
                        .map(time -> clock.instant().plus(time).atOffset(ZoneOffset.UTC))
                        .orElse(null),
                run.id(),
                payoutIds(run.orders()));
    }

    private void insert(PaymentFormat format, Run run, byte[] content) {
        jdbc.update(
                """
                INSERT INTO payout_file (run_id, rail, name, media_type, content, payouts, amount, currency, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                run.id(),
                format.name(),
                format.fileName(run),
                format.mediaType(),
                sealer.seal(run.id(), Base64.getEncoder().encodeToString(content)),
                run.orders().size(),
                run.total(),
                run.currency(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Which of these payouts are in a file, and since when. */
    Map<String, Instant> written(List<Order> orders) {
        var written = new HashMap<String, Instant>();
        jdbc.query(
                "SELECT p.id, f.written_at FROM payout p JOIN payout_file f ON f.run_id = p.run_id WHERE p.id = ANY (?)",
                row -> {
                    written.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                },
                (Object) payoutIds(orders));
        return written;
    }

    private static String[] payoutIds(List<Order> orders) {
        return orders.stream().map(Order::payoutId).toArray(String[]::new);
    }

    Optional<Content> find(String fileId) {
        return jdbc
                .query(
                        "SELECT name, media_type, content FROM payout_file WHERE run_id = ?",
                        (row, n) -> new Content(row.getString(1), row.getString(2), open(fileId, row.getBytes(3))),
                        fileId)
                .stream()
                .findFirst();
    }

    private byte[] open(String fileId, byte[] sealed) {
        return Base64.getDecoder().decode(sealer.open(fileId, sealed));
    }

    /** Newest first. */
    List<Listed> before(String fileId, int limit) {
        return jdbc.query(
                """
                SELECT run_id, rail, name, payouts, amount, currency, written_at FROM payout_file
                WHERE run_id < ? ORDER BY run_id DESC LIMIT ?""",
                (row, n) -> new Listed(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()),
                fileId,
                limit);
    }
}
