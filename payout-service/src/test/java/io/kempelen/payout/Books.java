package io.kempelen.payout;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the ledger by SQL of its own, so that a test does not trust what it tests. */
final class Books {

    private final JdbcTemplate jdbc;

    Books(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A balance recomputed from the transfers. */
    long balance(String account) {
        return number("""
                SELECT coalesce(sum(CASE WHEN credit_account = ? THEN amount ELSE -amount END), 0) FROM transfer
                WHERE credit_account = ? OR debit_account = ?""", account, account, account);
    }

    long available(String requester) {
        return balance("available:" + requester);
    }

    long escrow(String requester) {
        return balance("escrow:" + requester);
    }

    long earnings(String worker) {
        return balance("earnings:" + worker);
    }

    long transfers(String cause, String causeId) {
        return number("SELECT count(*) FROM transfer WHERE cause = ? AND cause_id = ?", cause, causeId);
    }

    long remaining(String funds) {
        return number("SELECT coalesce(max(remaining), -1) FROM hold WHERE funds_id = ?", funds);
    }

    long waiting(String place) {
        return number("SELECT count(*) FROM settlement WHERE id = ? AND settled_at IS NULL", place);
    }

    long parked(String key) {
        return number("SELECT count(*) FROM parked_record WHERE key = ?", key);
    }

    /** Accounts and holds whose stored figure differs from their transfers, and those below zero. */
    long faults() {
        return number("""
                SELECT (SELECT count(*) FROM balance b WHERE b.amount < 0 OR b.amount <> (
                            SELECT coalesce(sum(CASE WHEN credit_account = b.account_id THEN t.amount ELSE -t.amount END), 0)
                            FROM transfer t WHERE b.account_id IN (t.credit_account, t.debit_account)))
                     + (SELECT count(*) FROM hold h WHERE h.remaining < 0 OR h.remaining <> (
                            SELECT coalesce(sum(CASE WHEN credit_account LIKE 'escrow:%' THEN t.amount ELSE -t.amount END), 0)
                            FROM transfer t WHERE t.funds_id = h.funds_id))
                     + (SELECT count(*) FROM transfer t JOIN ledger_account a ON a.id IN (t.debit_account, t.credit_account)
                        WHERE a.currency <> t.currency)""");
    }

    long number(String sql, @Nullable Object... arguments) {
        var found = jdbc.queryForObject(sql, Long.class, arguments);
        return found == null ? 0 : found;
    }
}
