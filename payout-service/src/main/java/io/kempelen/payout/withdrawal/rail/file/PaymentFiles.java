package io.kempelen.payout.withdrawal.rail.file;

import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.Run;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
    private final InstantSource clock;

    PaymentFiles(JdbcTemplate jdbc, PlatformTransactionManager transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
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
            if (send(run) == run.orders().size()) {
                insert(format, run, content);
                return true;
            }
            status.setRollbackOnly();
            return find(run.id()).isPresent();
        }));
    }

    private int send(Run run) {
        return jdbc.update(
                "UPDATE payout SET state = 'SENT', due_at = NULL WHERE run_id = ? AND state = 'SENDING'", run.id());
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
                content,
                run.orders().size(),
                run.total(),
                run.currency(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Which of these payouts are in a file. */
    List<String> written(List<Order> orders) {
        return jdbc.queryForList(
                "SELECT p.id FROM payout p JOIN payout_file f ON f.run_id = p.run_id WHERE p.id = ANY (?)",
                String.class,
                (Object) orders.stream().map(Order::payoutId).toArray(String[]::new));
    }

    Optional<Content> find(String fileId) {
        return jdbc
                .query(
                        "SELECT name, media_type, content FROM payout_file WHERE run_id = ?",
                        (row, n) -> new Content(row.getString(1), row.getString(2), row.getBytes(3)),
                        fileId)
                .stream()
                .findFirst();
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
