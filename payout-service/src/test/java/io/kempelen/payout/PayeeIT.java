package io.kempelen.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How workers say where the money goes, and what stands between them and it. */
@KempelenTest
class PayeeIT {

    private static final String IBAN = "DE89370400440532013000";

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    @Autowired
    private JdbcTemplate jdbc;

    private final Books books;

    PayeeIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @Test
    void keepsBankDetailsToItself() {
        var worker = Earner.with(1, probe, api, books);
        var chosen = worker.choose(Map.of("rail", "iso20022", "destination", Map.of("name", "Ada L.", "iban", IBAN)));

        assertThat(chosen.json().path("destination").path("iban").asString()).isEqualTo("…3000");
        var stored = jdbc.queryForObject("SELECT destination FROM payee WHERE worker_id = ?", byte[].class, worker.id);
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("3704", "Ada");
    }

    @Test
    void refusesADestinationThatNoMoneyCanReach() {
        var worker = Earner.with(1, probe, api, books);

        var wrong = worker.choose(
                Map.of("rail", "iso20022", "destination", Map.of("name", "Ada L.", "iban", "DE88370400440532013000")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("field").asString()).isEqualTo("destination.iban");
        assertThat(worker.choose(Map.of("rail", "carrier-pigeon")).text()).contains("iso20022", "sandbox");
        assertThat(worker.choose(Map.of("rail", "sandbox", "schedule", "hourly"))
                        .text())
                .contains("DAILY");
    }

    @Test
    void paysOnScheduleWhatIsAboveTheMinimum() {
        var due = Earner.with(3, probe, api, books);
        due.choose(Map.of("rail", "sandbox", "schedule", "WEEKLY", "minimum", "0.15"));
        var poor = Earner.with(1, probe, api, books);
        poor.choose(Map.of("rail", "sandbox", "schedule", "DAILY", "minimum", "0.15"));

        jdbc.update("UPDATE payee SET next_due = now() WHERE worker_id IN (?, ?)", due.id, poor.id);

        await().atMost(Duration.ofSeconds(20)).until(() -> books.earnings(due.id) == 0);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        books.number("SELECT count(*) FROM payee WHERE worker_id = ? AND next_due > now()", poor.id)
                                == 1);
        assertThat(books.earnings(poor.id)).isEqualTo(5);
        assertThat(books.number("SELECT count(*) FROM payout WHERE worker_id = ?", due.id))
                .isOne();
    }

    @Test
    void letsNobodyWaitBehindAWorkerWhoCannotBePaid() {
        var lost = Earner.with(1, probe, api, books);
        lost.choose(Map.of("rail", "sandbox", "schedule", "DAILY"));
        var next = Earner.with(1, probe, api, books);
        next.choose(Map.of("rail", "sandbox", "schedule", "DAILY"));

        jdbc.update(
                "UPDATE payee SET rail = 'gone', next_due = now() - interval '1 hour' WHERE worker_id = ?", lost.id);
        jdbc.update("UPDATE payee SET next_due = now() WHERE worker_id = ?", next.id);

        await().atMost(Duration.ofSeconds(20)).until(() -> books.earnings(next.id) == 0);
        assertThat(books.earnings(lost.id)).isEqualTo(5);
    }

    @Test
    void paysNobodyWhosePapersAreRefused() {
        var worker = Earner.with(1, probe, api, books);
        var path = "/v1/operator/payees/" + worker.id + "/verification";
        assertThat(api.put(Earner.operator(), path, Map.of("verified", false)).status())
                .isEqualTo(422);

        api.put(Earner.operator(), path, Map.of("verified", false, "note", "The tax number is missing."));
        var refused = worker.withdraw("");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("The tax number is missing.");

        api.put(Earner.operator(), path, Map.of("verified", true));
        assertThat(worker.withdraw("").status()).isEqualTo(201);
    }

    @Test
    void keepsWhatIsNotClearedYet() {
        var worker = Earner.with(2, probe, api, books);
        var path = "/v1/operator/payees/" + worker.id + "/tier";
        assertThat(api.put(Earner.operator(), path, Map.of("tier", "royal")).text())
                .contains("new, standard, trusted");
        api.put(Earner.operator(), path, Map.of("tier", "new"));

        var earnings = api.get(worker.token(), "/v1/worker/earnings").json();
        assertThat(earnings.path("balance").asString()).isEqualTo("0.10");
        assertThat(earnings.path("pending").asString()).isEqualTo("0.10");
        assertThat(earnings.path("withdrawable").asString()).isEqualTo("0.00");
        assertThat(worker.withdraw("0.05").status()).isEqualTo(402);

        api.put(Earner.operator(), path, Map.of("tier", "trusted"));
        assertThat(worker.withdraw("0.10").status()).isEqualTo(201);
    }
}
