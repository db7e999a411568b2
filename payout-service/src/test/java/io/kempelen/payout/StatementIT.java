package io.kempelen.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Statements, years and invoices: whatever is shown is a sum of transfers. */
@KempelenTest
class StatementIT {

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    private final Books books;

    StatementIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @Test
    void startsWithWhatThereWasAndEndsWithWhatThereIs() {
        var worker = Earner.with(5, probe, api, books);
        worker.withdraw("0.13");
        await().atMost(Duration.ofSeconds(20)).until(() -> books.earnings(worker.id) == 25);

        var statement = api.get(worker.token(), "/v1/worker/earnings/statement").json();
        assertThat(statement.path("opening").asString()).isEqualTo("0.00");
        assertThat(statement.path("closing").asString()).isEqualTo("0.25");
        assertThat(sum(statement.path("lines"))).isEqualByComparingTo("0.25");
        assertThat(statement.path("lines").get(6).path("reason").asString()).contains("13");
        var csv = api.get(worker.token(), "/v1/worker/earnings/statement.csv").text();
        assertThat(csv.lines()).hasSize(1 + 7 + 2);
        var later = api.get(worker.token(), "/v1/worker/earnings/statement?from=2026-01-01&to=2026-01-02");
        assertThat(later.json().path("lines").size()).isZero();
        assertThat(api.get(worker.token(), "/v1/worker/earnings/statement?from=yesterday")
                        .json()
                        .path("field")
                        .asString())
                .isEqualTo("from");
    }

    @Test
    void reportsAYearThatSumsToTheLedger() {
        var worker = Earner.with(4, probe, api, books);
        worker.withdraw("0.05");
        var year = Year.now(ZoneOffset.UTC).getValue();

        var own = api.get(worker.token(), "/v1/worker/earnings/years/" + year).json();
        assertThat(own.path("consideration").asString()).isEqualTo("0.20");
        assertThat(own.path("activities").asInt()).isEqualTo(4);
        assertThat(own.path("paidOut").asString()).isEqualTo("0.05");

        var csv = api.get(Earner.operator(), "/v1/operator/reports/earnings/" + year + "/report.csv")
                .text();
        assertThat(csv).contains(worker.id + ",USD,");
        var column = csv.lines()
                .skip(1)
                .map(line -> new BigDecimal(line.split(",", -1)[12]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var ledger = BigDecimal.valueOf(books.number("""
                        SELECT coalesce(sum(amount), 0) FROM transfer
                        WHERE credit_account LIKE 'earnings:%' AND cause IN ('REWARD', 'BONUS') AND currency = 'USD'"""), 2);
        assertThat(column).isEqualByComparingTo(ledger);
        assertThat(api.get(worker.token(), "/v1/operator/reports/earnings/" + year)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void invoicesWhatWasChargedReleasedAndStillHeld() {
        var worker = Earner.with(3, probe, api, books);
        var place = new Ids().next();
        probe.send(
                Events.TASKS, worker.requester, Events.asked("more" + worker.funds, worker.funds, worker.requester, 2));
        probe.send(Events.REVIEWS, worker.funds, Events.rejected(place, worker.funds, worker.id, worker.requester));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.remaining(worker.funds) == 6);

        var token = Tokens.requester(worker.requester, "payout-service");
        var invoice = api.get(token, "/v1/batches/" + worker.funds + "/invoice").json();
        assertThat(invoice.path("rewards").asString()).isEqualTo("0.15");
        assertThat(invoice.path("fees").asString()).isEqualTo("0.03");
        assertThat(invoice.path("total").asString()).isEqualTo("0.18");
        assertThat(invoice.path("held").asString()).isEqualTo("0.30");
        assertThat(invoice.path("released").asString()).isEqualTo("0.06");
        assertThat(invoice.path("onHold").asString()).isEqualTo("0.06");
        assertThat(api.get(Tokens.requester("ASTRANGER", "payout-service"), "/v1/batches/" + worker.funds + "/invoice")
                        .status())
                .isEqualTo(404);
    }

    private static BigDecimal sum(JsonNode lines) {
        var sum = BigDecimal.ZERO;
        for (var line : lines) sum = sum.add(new BigDecimal(line.path("amount").asString()));
        return sum;
    }
}
