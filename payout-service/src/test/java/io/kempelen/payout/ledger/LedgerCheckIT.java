package io.kempelen.payout.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's check of itself finds a cent, and finds nothing once it is gone. */
@KempelenTest
class LedgerCheckIT {

    @Autowired
    private LedgerCheck check;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private InstantSource clock;

    private final String requester = "A" + new Ids().next();

    @Test
    void findsACentInABalance() {
        transaction.executeWithoutResult(status -> ledger.open(List.of(LedgerAccount.available(requester, "USD"))));
        check.check();
        assertThat(differences("balance")).isZero();
        assertThat(differences("hold")).isZero();
        assertThat(gauge("kempelen_ledger_unbalanced_currencies")).isZero();
        assertThat(gauge("kempelen_ledger_checked_timestamp_seconds"))
                .isBetween(
                        clock.instant().getEpochSecond() - 60.0, clock.instant().getEpochSecond() + 1.0);

        plant(1);
        try {
            check.check();
            assertThat(differences("balance")).isEqualTo(1);
        } finally {
            plant(-1);
        }
        check.check();
        assertThat(differences("balance")).isZero();
    }

    /** By hand, past the trigger that refuses it. */
    private void plant(int cents) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("ALTER TABLE balance DISABLE TRIGGER balance_derived");
            jdbc.update("UPDATE balance SET amount = amount + ? WHERE account_id = ?", cents, "available:" + requester);
            jdbc.execute("ALTER TABLE balance ENABLE TRIGGER balance_derived");
        });
    }

    private double differences(String kind) {
        return metrics.get("kempelen_ledger_differences")
                .tag("kind", kind)
                .gauge()
                .value();
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }
}
