package io.kempelen.payout.ledger;

import io.kempelen.payout.ledger.domain.LedgerAccount;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Workers' accounts, read as they are at this moment. */
@Component
public class Wallets {

    private final JdbcTemplate jdbc;

    Wallets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In which money a worker is paid; empty for somebody who is no worker. */
    public Optional<String> currency(String workerId) {
        return jdbc
                .queryForList(
                        "SELECT currency FROM ledger_account WHERE id = ?",
                        String.class,
                        LedgerAccount.EARNINGS_PREFIX + workerId)
                .stream()
                .findFirst();
    }
}
