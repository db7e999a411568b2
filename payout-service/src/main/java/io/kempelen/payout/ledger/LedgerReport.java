package io.kempelen.payout.ledger;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the ledger against itself: each question is one statement, so it sees one moment. */
@Component
class LedgerReport {

    private final JdbcTemplate jdbc;

    LedgerReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Total(String kind, String currency, long accounts, long minorUnits) {}

    record Moved(String cause, String currency, long transfers, long minorUnits) {}

    /** An account or a hold whose stored figure is not the sum of its transfers. */
    record Difference(String id, long stored, long recomputed) {}

    /** Per kind of account, from the transfers alone. */
    List<Total> totals() {
        return jdbc.query(
                """
                SELECT a.kind, a.currency, count(*), coalesce(sum(m.amount), 0)
                FROM ledger_account a LEFT JOIN (
                    SELECT account_id, sum(amount) AS amount FROM (
                        SELECT credit_account AS account_id, amount FROM transfer
                        UNION ALL SELECT debit_account, -amount FROM transfer) AS sides
                    GROUP BY account_id) AS m ON m.account_id = a.id
                GROUP BY a.kind, a.currency ORDER BY a.kind, a.currency""", (row, n) -> new Total(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    List<Moved> moved() {
        return jdbc.query(
                "SELECT cause, currency, count(*), sum(amount) FROM transfer GROUP BY cause, currency ORDER BY 1, 2",
                (row, n) -> new Moved(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    /** Stored balances against their transfers. */
    List<Difference> differences() {
        return jdbc.query("""
                SELECT coalesce(b.account_id, m.account_id), coalesce(b.amount, 0), coalesce(m.amount, 0)
                FROM balance b FULL JOIN (
                    SELECT account_id, sum(amount) AS amount FROM (
                        SELECT credit_account AS account_id, amount FROM transfer
                        UNION ALL SELECT debit_account, -amount FROM transfer) AS sides
                    JOIN ledger_account a ON a.id = account_id AND a.owner_id IS NOT NULL
                    GROUP BY account_id) AS m ON m.account_id = b.account_id
                WHERE coalesce(b.amount, 0) <> coalesce(m.amount, 0) ORDER BY 1 LIMIT 100""", (row, n) -> new Difference(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    /** What is set aside by hold against what the escrow accounts hold. */
    List<Difference> holdDifferences() {
        return jdbc.query("""
                SELECT b.account_id, b.amount, coalesce(h.remaining, 0)
                FROM balance b JOIN ledger_account a ON a.id = b.account_id AND a.kind = 'ESCROW'
                LEFT JOIN (SELECT requester_id, sum(remaining) AS remaining FROM hold WHERE remaining > 0
                           GROUP BY requester_id) AS h ON h.requester_id = a.owner_id
                WHERE b.amount <> coalesce(h.remaining, 0) ORDER BY 1 LIMIT 100""", (row, n) -> new Difference(row.getString(1), row.getLong(2), row.getLong(3)));
    }
}
