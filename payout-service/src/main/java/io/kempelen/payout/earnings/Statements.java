package io.kempelen.payout.earnings;

import io.kempelen.payout.ledger.domain.Available;
import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A worker's side of the ledger, read from the transfers. */
@Component
class Statements {

    private final JdbcTemplate jdbc;

    Statements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One transfer into (positive) or out of (negative) the wallet. */
    record Item(
            String id,
            Cause cause,
            String causeId,
            long amount,
            Instant at,
            @Nullable String assignmentId,
            @Nullable String taskId,
            @Nullable String requesterId,
            @Nullable String reason) {

        /** The payout that moved the money, where one did. */
        @Nullable
        String payoutId() {
            return switch (cause) {
                case PAYOUT, PAYOUT_FAILED, PAYOUT_RETURNED -> causeId;
                default -> null;
            };
        }
    }

    Optional<Available> wallet(String workerId) {
        return jdbc
                .query("""
                        SELECT a.currency, b.amount FROM ledger_account a JOIN balance b ON b.account_id = a.id
                        WHERE a.id = ?""", (row, n) -> new Available(workerId, row.getLong(2), row.getString(1)), account(workerId))
                .stream()
                .findFirst();
    }

    /** Money in and out by cause. */
    Map<Cause, Long> sums(String workerId) {
        var sums = new EnumMap<Cause, Long>(Cause.class);
        jdbc.query(
                """
                SELECT cause, sum(amount) FROM transfer WHERE credit_account = ? GROUP BY cause
                UNION ALL SELECT cause, sum(amount) FROM transfer WHERE debit_account = ? GROUP BY cause""",
                row -> {
                    sums.put(Cause.valueOf(row.getString(1)), row.getLong(2));
                },
                account(workerId),
                account(workerId));
        return sums;
    }

    /** Newest first. */
    List<Item> items(String workerId, String before, int limit) {
        return jdbc.query(
                """
                SELECT t.id, t.cause, t.cause_id, t.amount, t.created_at,
                    coalesce(s.assignment_id, b.assignment_id), coalesce(s.task_id, b.task_id),
                    coalesce(s.requester_id, b.requester_id), coalesce(b.reason, p.reason)
                FROM (
                    (SELECT id, cause, cause_id, amount, created_at FROM transfer
                     WHERE credit_account = ? AND id < ? ORDER BY id DESC LIMIT ?)
                    UNION ALL
                    (SELECT id, cause, cause_id, -amount, created_at FROM transfer
                     WHERE debit_account = ? AND id < ? ORDER BY id DESC LIMIT ?)) AS t
                LEFT JOIN settlement s ON t.cause = 'REWARD' AND s.id = t.cause_id
                LEFT JOIN bonus b ON t.cause = 'BONUS' AND b.id = t.cause_id
                LEFT JOIN payout p ON t.cause IN ('PAYOUT_FAILED', 'PAYOUT_RETURNED') AND p.id = t.cause_id
                ORDER BY t.id DESC LIMIT ?""", (row, n) -> item(row), account(workerId), before, limit, account(workerId), before, limit, limit);
    }

    /** A row of id, cause, cause id, amount, time, assignment, task, requester, reason. */
    static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString(1),
                Cause.valueOf(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    private static String account(String workerId) {
        return LedgerAccount.EARNINGS_PREFIX + workerId;
    }
}
