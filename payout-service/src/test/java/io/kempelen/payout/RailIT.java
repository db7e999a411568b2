package io.kempelen.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.payout.withdrawal.rail.FlakyRail;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A rail that loses one answer in three: each payout settles exactly once, as the rail's own books have it. */
@KempelenTest
class RailIT {

    private static final int PAYOUTS = 60;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    @Autowired
    private FlakyRail rail;

    @Autowired
    private JdbcTemplate jdbc;

    private final Books books;

    RailIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @Test
    void settlesEveryPayoutOnceThoughEveryThirdAnswerIsLost() {
        var worker = Earner.with(PAYOUTS / 5, probe, api, books);
        assertThat(worker.choose(Map.of("rail", "flaky")).status()).isEqualTo(200);
        for (int i = 0; i < PAYOUTS; i++)
            assertThat(worker.withdraw("0.01").status()).isEqualTo(201);

        await().atMost(Duration.ofMinutes(2)).until(() -> open(worker) == 0);

        var paid = paid(worker);
        assertThat(rail.paid()).containsAllEntriesOf(paid);
        assertThat(paid).isNotEmpty().hasSizeLessThan(PAYOUTS);
        assertThat(rail.blindly()).isEmpty();
        assertThat(books.earnings(worker.id)).isEqualTo(PAYOUTS - paid.size());
        assertThat(books.balance("rail:flaky:USD")).isZero();
        assertThat(books.faults()).isZero();
    }

    private long open(Earner worker) {
        return books.number(
                "SELECT count(*) FROM payout WHERE worker_id = ? AND state NOT IN ('PAID', 'FAILED')", worker.id);
    }

    private Map<String, Long> paid(Earner worker) {
        var paid = new HashMap<String, Long>();
        jdbc.query(
                """
                SELECT t.cause_id, t.amount FROM transfer t JOIN payout p ON p.id = t.cause_id
                WHERE t.cause = 'PAYOUT_PAID' AND p.worker_id = ?""",
                row -> {
                    paid.put(row.getString(1), row.getLong(2));
                },
                worker.id);
        return paid;
    }
}
