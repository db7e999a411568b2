package io.kempelen.payout.earnings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What each worker was paid in a year, as tax offices ask for it: consideration and number of activities by quarter (DAC7), whole
 * year (1099). Consideration is what was credited to the wallet; the platform's fee is the requester's and takes nothing off it.
 */
@Component
class YearlyReport {

    private static final int QUARTERS = 4;

    private final JdbcTemplate jdbc;

    YearlyReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Consideration in minor units, and how many rewards and bonuses it came from. */
    record Quarter(long consideration, int activities) {}

    /** @param paidOut what left the wallet in the year less what came back */
    record Row(String workerId, String currency, List<Quarter> quarters, long rewards, long bonuses, long paidOut) {

        long consideration() {
            return quarters.stream().mapToLong(Quarter::consideration).sum();
        }

        int activities() {
            return quarters.stream().mapToInt(Quarter::activities).sum();
        }
    }

    /** Consideration and payouts of all workers in one currency, summed without the rows. */
    record Total(String currency, long workers, long consideration, long paidOut) {}

    /** Workers with money moved in the year, by id. */
    List<Row> rows(Period year, String after, int limit) {
        return rows("a.owner_id > ?", after, year, limit);
    }

    /** One worker's row; empty if no money moved. */
    Optional<Row> row(Period year, String workerId) {
        return rows("a.owner_id = ?", workerId, year, 1).stream().findFirst();
    }

    private List<Row> rows(String whose, String owner, Period year, int limit) {
        return jdbc.query("""
                WITH moved AS (
                    SELECT a.owner_id, a.currency, t.cause, t.amount,
                        extract(quarter FROM t.created_at AT TIME ZONE 'UTC') AS quarter
                    FROM ledger_account a JOIN transfer t ON a.id IN (t.credit_account, t.debit_account)
                    WHERE a.kind = 'EARNINGS' AND %s AND t.created_at >= ? AND t.created_at < ?)
                SELECT owner_id, currency,
                    coalesce(sum(amount) FILTER (WHERE cause IN ('REWARD', 'BONUS') AND quarter = 1), 0),
                    count(*) FILTER (WHERE cause IN ('REWARD', 'BONUS') AND quarter = 1),
                    coalesce(sum(amount) FILTER (WHERE cause IN ('REWARD', 'BONUS') AND quarter = 2), 0),
                    count(*) FILTER (WHERE cause IN ('REWARD', 'BONUS') AND quarter = 2),
                    coalesce(sum(amount) FILTER (WHERE cause IN ('REWARD', 'BONUS') AND quarter = 3), 0),
                    count(*) FILTER (WHERE cause IN ('REWARD', 'BONUS') AND quarter = 3),
                    coalesce(sum(amount) FILTER (WHERE cause IN ('REWARD', 'BONUS') AND quarter = 4), 0),
                    count(*) FILTER (WHERE cause IN ('REWARD', 'BONUS') AND quarter = 4),
                    coalesce(sum(amount) FILTER (WHERE cause = 'REWARD'), 0),
                    coalesce(sum(amount) FILTER (WHERE cause = 'BONUS'), 0),
                    coalesce(sum(CASE WHEN cause = 'PAYOUT' THEN amount ELSE -amount END)
                        FILTER (WHERE cause NOT IN ('REWARD', 'BONUS')), 0)
                FROM moved GROUP BY owner_id, currency ORDER BY owner_id LIMIT ?""".formatted(whose), (row, n) -> row(row), owner, year.start(), year.end(), limit);
    }

    /** By currency. */
    List<Total> totals(Period year) {
        return jdbc.query(
                """
                SELECT a.currency, count(DISTINCT a.id),
                    coalesce(sum(t.amount) FILTER (WHERE t.cause IN ('REWARD', 'BONUS')), 0),
                    coalesce(sum(CASE WHEN t.cause = 'PAYOUT' THEN t.amount ELSE -t.amount END)
                        FILTER (WHERE t.cause NOT IN ('REWARD', 'BONUS')), 0)
                FROM transfer t JOIN ledger_account a ON a.id IN (t.credit_account, t.debit_account)
                WHERE a.kind = 'EARNINGS' AND t.created_at >= ? AND t.created_at < ?
                GROUP BY a.currency ORDER BY a.currency""",
                (row, n) -> new Total(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                year.start(),
                year.end());
    }

    private static Row row(ResultSet row) throws SQLException {
        var sums = new long[2 * QUARTERS];
        for (int column = 0; column < sums.length; column++) sums[column] = row.getLong(column + 3);
        var quarters = IntStream.range(0, QUARTERS)
                .mapToObj(quarter -> new Quarter(sums[2 * quarter], (int) sums[2 * quarter + 1]))
                .toList();
        return new Row(row.getString(1), row.getString(2), quarters, row.getLong(11), row.getLong(12), row.getLong(13));
    }
}
