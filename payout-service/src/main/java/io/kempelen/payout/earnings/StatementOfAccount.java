package io.kempelen.payout.earnings;

import io.kempelen.payout.ledger.domain.LedgerAccount;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads a wallet's movements of a period in one snapshot, a screenful at a time. */
@Component
class StatementOfAccount {

    private static final int FETCH = 500;
    private static final String USD = "USD";

    private final JdbcTemplate jdbc;
    private final Statements statements;

    StatementOfAccount(JdbcTemplate jdbc, Statements statements) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.statements = statements;
    }

    /** A movement and the balance after it. */
    record Line(Statements.Item item, long balance) {}

    /** What there was before and after the period. */
    record Sums(String currency, long opening, long closing) {}

    /** Oldest first. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Sums read(String workerId, Period period, BiConsumer<Line, String> each) {
        var wallet = statements.wallet(workerId);
        if (wallet.isEmpty()) return new Sums(USD, 0, 0);
        var currency = wallet.get().currency();
        var account = LedgerAccount.EARNINGS_PREFIX + workerId;
        var opening = before(account, period);
        var balance = new long[] {opening};
        jdbc.query(
                """
                SELECT t.id, t.cause, t.cause_id, CASE WHEN t.credit_account = ? THEN t.amount ELSE -t.amount END,
                    t.created_at, coalesce(s.assignment_id, b.assignment_id), coalesce(s.task_id, b.task_id),
                    coalesce(s.requester_id, b.requester_id), coalesce(b.reason, p.reason)
                FROM transfer t
                LEFT JOIN settlement s ON t.cause = 'REWARD' AND s.id = t.cause_id
                LEFT JOIN bonus b ON t.cause = 'BONUS' AND b.id = t.cause_id
                LEFT JOIN payout p ON t.cause IN ('PAYOUT_FAILED', 'PAYOUT_RETURNED') AND p.id = t.cause_id
                WHERE ? IN (t.credit_account, t.debit_account) AND t.created_at >= ? AND t.created_at < ?
                ORDER BY t.created_at, t.id""",
                row -> {
                    var item = Statements.item(row);
                    balance[0] += item.amount();
                    each.accept(new Line(item, balance[0]), currency);
                },
                account,
                account,
                period.start(),
                period.end());
        return new Sums(currency, opening, balance[0]);
    }

    private long before(String account, Period period) {
        var sum = jdbc.queryForObject("""
                SELECT coalesce(sum(CASE WHEN credit_account = ? THEN amount ELSE -amount END), 0) FROM transfer
                WHERE ? IN (credit_account, debit_account) AND created_at < ?""", Long.class, account, account, period.start());
        return sum == null ? 0 : sum;
    }
}
