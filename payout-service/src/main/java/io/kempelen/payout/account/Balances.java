package io.kempelen.payout.account;

import io.kempelen.payout.ledger.domain.LedgerAccount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What requesters have, read as it is at this moment. */
@Component
public class Balances {

    private static final int PATIENCE = 60;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final JdbcTemplate jdbc;

    Balances(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A requester's money: free to spend, and set aside. */
    public record Balance(String currency, long available, long onHold) {}

    /** An account opened a moment ago may still be on its way from the gateway: waits for it, for three seconds at most. */
    public Optional<Balance> await(String requesterId) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            var found = find(requesterId);
            if (found.isPresent()) return found;
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Balance> find(String requesterId) {
        return jdbc
                .query(
                        """
                        SELECT a.currency, free.amount, held.amount
                        FROM ledger_account a
                        JOIN balance free ON free.account_id = a.id
                        JOIN balance held ON held.account_id = ?
                        WHERE a.id = ?""",
                        (row, n) -> new Balance(row.getString(1), row.getLong(2), row.getLong(3)),
                        LedgerAccount.ESCROW_PREFIX + requesterId,
                        LedgerAccount.AVAILABLE_PREFIX + requesterId)
                .stream()
                .findFirst();
    }

    Optional<String> inOtherCurrency(List<LedgerAccount> accounts) {
        return jdbc
                .queryForList(
                        """
                        SELECT a.id FROM ledger_account a JOIN unnest(?::text[], ?::text[]) AS w (id, currency) ON w.id = a.id
                        WHERE a.currency <> w.currency""",
                        String.class,
                        accounts.stream().map(LedgerAccount::id).toArray(String[]::new),
                        accounts.stream().map(LedgerAccount::currency).toArray(String[]::new))
                .stream()
                .findFirst();
    }
}
