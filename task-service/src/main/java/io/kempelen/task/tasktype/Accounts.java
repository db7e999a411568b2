package io.kempelen.task.tasktype;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What this service knows of accounts: the currency of each. */
@Repository("accountCurrencies") // the stream function of kempelen.accounts has the plain name
public class Accounts {

    private static final String USUAL = "USD";

    private final JdbcTemplate jdbc;

    Accounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The currency of an account; the usual one until its opening is known. */
    public String currency(String accountId) {
        var found = jdbc.queryForList("SELECT currency FROM account WHERE account_id = ?", String.class, accountId);
        return found.isEmpty() ? USUAL : found.getFirst();
    }

    void opened(List<Object[]> accountsAndCurrencies) {
        jdbc.batchUpdate(
                "INSERT INTO account (account_id, currency) VALUES (?, ?) ON CONFLICT (account_id) DO NOTHING",
                accountsAndCurrencies);
    }
}
