package io.kempelen.payout.invoice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was held under one funds id, and what became of it, in one snapshot. */
@Component
class Invoices {

    private final JdbcTemplate jdbc;

    Invoices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Approved answers that cost the same, in minor units; {@code rewards} and {@code fees} are the ledger's sums. */
    record Line(long reward, long fee, int answers, long rewards, long fees) {}

    /** Bonuses for answers of this batch or task. */
    record Bonuses(int bonuses, long amount, long fees) {}

    /**
     * What was set aside is what was charged, what went back, and what still waits.
     *
     * @param held all holds ever made
     */
    record Invoice(
            String currency,
            List<Line> lines,
            Bonuses bonuses,
            long held,
            long released,
            long onHold,
            @Nullable Instant lastChargedAt) {

        long rewards() {
            return lines.stream().mapToLong(Line::rewards).sum();
        }

        long fees() {
            return lines.stream().mapToLong(Line::fees).sum();
        }
    }

    /** @param fundsId a batch's id, or a task's that belongs to no batch */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Invoice> of(String fundsId, String requesterId) {
        return jdbc
                .query(
                        "SELECT currency, remaining FROM hold WHERE funds_id = ? AND requester_id = ? AND asks > 0",
                        (row, n) -> invoice(fundsId, requesterId, row.getString(1), row.getLong(2)),
                        fundsId,
                        requesterId)
                .stream()
                .findFirst();
    }

    private Invoice invoice(String fundsId, String requesterId, String currency, long onHold) {
        var lines = jdbc.query(
                """
                SELECT s.reward, s.fee, count(*), coalesce(sum(r.amount), 0), coalesce(sum(f.amount), 0)
                FROM settlement s
                LEFT JOIN transfer r ON r.cause = 'REWARD' AND r.cause_id = s.id
                LEFT JOIN transfer f ON f.cause = 'FEE' AND f.cause_id = s.id
                WHERE s.funds_id = ? AND s.outcome = 'CAPTURED' AND s.settled_at IS NOT NULL
                GROUP BY s.reward, s.fee ORDER BY s.reward, s.fee""",
                (row, n) -> new Line(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getLong(5)),
                fundsId);
        return new Invoice(
                currency,
                lines,
                bonuses(fundsId, requesterId),
                sum("""
                        SELECT coalesce(sum(t.amount), 0) FROM ask a
                        JOIN transfer t ON t.cause = 'HOLD' AND t.cause_id = a.ask_id WHERE a.funds_id = ?""", fundsId),
                released(fundsId),
                onHold,
                lastCharged(fundsId));
    }

    private long released(String fundsId) {
        return sum("""
                SELECT (SELECT coalesce(sum(t.amount), 0) FROM settlement s
                        JOIN transfer t ON t.cause = 'RELEASE' AND t.cause_id = s.id WHERE s.funds_id = ?)
                     + (SELECT coalesce(sum(t.amount), 0) FROM ask a
                        JOIN transfer t ON t.cause = 'WITHDRAWAL' AND t.cause_id = a.ask_id WHERE a.funds_id = ?)""", fundsId, fundsId);
    }

    private Bonuses bonuses(String fundsId, String requesterId) {
        return jdbc.query(
                        """
                        SELECT count(*), coalesce(sum(p.amount), 0), coalesce(sum(f.amount), 0)
                        FROM bonus b JOIN transfer p ON p.cause = 'BONUS' AND p.cause_id = b.id
                        LEFT JOIN transfer f ON f.cause = 'BONUS_FEE' AND f.cause_id = b.id
                        WHERE b.requester_id = ?
                            AND (b.task_id = ? OR b.task_id IN (SELECT task_id FROM settlement WHERE funds_id = ?))""",
                        (row, n) -> new Bonuses(row.getInt(1), row.getLong(2), row.getLong(3)),
                        requesterId,
                        fundsId,
                        fundsId)
                .getFirst();
    }

    private @Nullable Instant lastCharged(String fundsId) {
        var last = jdbc.queryForObject(
                "SELECT max(settled_at) FROM settlement WHERE funds_id = ? AND outcome = 'CAPTURED'",
                OffsetDateTime.class,
                fundsId);
        return last == null ? null : last.toInstant();
    }

    private long sum(String sql, Object... arguments) {
        var sum = jdbc.queryForObject(sql, Long.class, arguments);
        return sum == null ? 0 : sum;
    }
}
