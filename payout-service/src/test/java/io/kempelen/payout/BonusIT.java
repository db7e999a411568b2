package io.kempelen.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.events.AccountKind;
import io.kempelen.events.BonusPaid;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bonuses, natively and as MTurk's clients send them. */
@KempelenTest
class BonusIT {

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    private final Ids ids = new Ids();
    private final String requester = "A" + ids.next();
    private final String worker = "A" + ids.next();
    private final String task = ids.next();
    private final String assignment = ids.next();
    private final Books books;

    BonusIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @BeforeEach
    void workWasHandedInForTenDollars() {
        probe.send(Events.ACCOUNTS, requester, Events.opened(requester, AccountKind.REQUESTER));
        api.post(
                Tokens.operator("AOPERATOR", "payout-service"),
                "/v1/operator/deposits",
                Map.of("accountId", requester, "amount", "10.00", "reference", ids.next()));
        probe.sendTwice(Events.ASSIGNMENTS, task, Events.submitted(assignment, task, worker, requester));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> books.number("SELECT count(*) FROM work WHERE assignment_id = ?", assignment) == 1);
    }

    @Test
    void paysABonusOncePerIdempotencyKey() {
        var first = pay("1.00", "key");
        var again = pay("1.00", "key");
        var other = pay("2.00", "key");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("fee").asString()).isEqualTo("0.20");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(422);
        assertThat(books.earnings(worker)).isEqualTo(100);
        assertThat(books.available(requester)).isEqualTo(880);
        var paid = probe.await(
                Events.PAYOUTS, BonusPaid.class, 1, event -> event.getWorkerId().equals(worker));
        assertThat(paid).hasSize(1);
        assertThat(paid.getFirst().getReason()).isEqualTo("Thanks.");
        var listed = api.get(token(), "/v1/bonuses").json().path("items");
        assertThat(listed.size()).isOne();
        var items = api.get(Tokens.worker(worker, "payout-service"), "/v1/worker/earnings")
                .json();
        assertThat(items.path("bonuses").asString()).isEqualTo("1.00");
        assertThat(items.path("items").get(0).path("reason").asString()).isEqualTo("Thanks.");
    }

    @Test
    void refusesWhatCannotBePaid() {
        assertThat(pay("8.34", "").status()).isEqualTo(402);
        assertThat(pay("0", "").status()).isEqualTo(422);
        assertThat(pay("0.001", "").status()).isEqualTo(422);
        assertThat(api.post(token(), "/v1/assignments/" + ids.next() + "/bonus", Map.of("amount", "1", "reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(api.post(
                                token(),
                                "/v1/assignments/" + assignment + "/bonus",
                                Map.of("amount", "1", "reason", "x", "workerId", "AOTHER"))
                        .status())
                .isEqualTo(422);
        var stranger = Tokens.requester("ASTRANGER", "payout-service");
        assertThat(api.post(stranger, "/v1/assignments/" + assignment + "/bonus", Map.of("amount", "1", "reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(books.available(requester)).isEqualTo(1000);
    }

    @Test
    void sendsABonusAsMturkDoes() {
        var sent = send("token", assignment, worker, "1.5");
        var again = send("token", assignment, worker, "1.5");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.text()).isEqualTo("{}");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().path("__type").asString()).isEqualTo("RequestError");
        assertThat(again.json().path("Message").asString()).contains("idempotency");
        assertThat(books.earnings(worker)).isEqualTo(150);
        var payments = list(Map.of("HITId", task));
        assertThat(payments.path("NumResults").asInt()).isOne();
        assertThat(payments.path("BonusPayments").get(0).path("BonusAmount").asString())
                .isEqualTo("1.50");
        assertThat(payments.path("BonusPayments").get(0).path("GrantTime").isNumber())
                .isTrue();
        assertThat(list(Map.of("AssignmentId", assignment)).path("NumResults").asInt())
                .isOne();
        assertThat(list(Map.of()).path("__type").asString()).isEqualTo("InvalidParameterCombinationError");
    }

    @Test
    void pagesThroughBonusPayments() {
        for (int i = 0; i < 3; i++) send("token" + i, assignment, worker, "0.10");

        var first = list(Map.of("HITId", task, "MaxResults", 2));
        var second = list(Map.of(
                "HITId",
                task,
                "MaxResults",
                2,
                "NextToken",
                first.path("NextToken").asString()));

        assertThat(first.path("NumResults").asInt()).isEqualTo(2);
        assertThat(second.path("NumResults").asInt()).isOne();
        assertThat(second.has("NextToken")).isFalse();
    }

    @Test
    void refusesABonusAsMturkDoes() {
        assertThat(send("a", ids.next(), worker, "1")
                        .json()
                        .path("TurkErrorCode")
                        .asString())
                .isEqualTo("AWS.MechanicalTurk.AssignmentDoesNotExist");
        assertThat(send("b", assignment, "AOTHER", "1").json().path("Message").asString())
                .startsWith("The value \"AOTHER\" is not valid for the parameter WorkerId.");
        assertThat(send("c", assignment, worker, "1000")
                        .json()
                        .path("TurkErrorCode")
                        .asString())
                .isEqualTo("AWS.MechanicalTurk.InsufficientFunds");
        assertThat(send("d", assignment, worker, "1.005").status()).isEqualTo(400);
        assertThat(send("e", assignment, worker, "0").status()).isEqualTo(400);
        assertThat(books.available(requester)).isEqualTo(1000);
    }

    @Test
    void refusesABonusToAWorkerOfAnotherCurrency() {
        probe.sendTwice(Events.ACCOUNTS, worker, Events.opened(worker, AccountKind.WORKER, "EUR"));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        books.number("SELECT count(*) FROM balance WHERE account_id = ?", "earnings:" + worker) == 1);

        var refused = pay("1.00", "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/other-currency");
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("Your account is in USD and this worker's is in EUR: a bonus is paid within one currency.");
        assertThat(send("a", assignment, worker, "1").json().path("Message").asString())
                .startsWith("Your account is in USD and this Worker's is in EUR.");
        assertThat(books.available(requester)).isEqualTo(1000);
    }

    /** 64 callers, ten dollars, bonuses of 1.00 and a fee of 0.20: eight fit. */
    @Test
    void neverOverdrawsWhoeverComesAtOnce() {
        try (var callers = Executors.newFixedThreadPool(64)) {
            var answers = IntStream.range(0, 64)
                    .mapToObj(i -> callers.submit(() -> pay("1.00", "race" + i).status()))
                    .toList();
            var paid = answers.stream()
                    .filter(answer -> Statuses.of(answer) == 201)
                    .count();
            var declined = answers.stream()
                    .filter(answer -> Statuses.of(answer) == 402)
                    .count();
            assertThat(paid).isEqualTo(8);
            assertThat(declined).isEqualTo(56);
        }
        assertThat(books.available(requester)).isEqualTo(40);
        assertThat(books.faults()).isZero();
    }

    private TestApi.Answer pay(String amount, String key) {
        var body = "{\"amount\":\"" + amount + "\",\"reason\":\"Thanks.\"}";
        var headers = key.isEmpty() ? Map.<String, String>of() : Map.of("Idempotency-Key", requester + key);
        var path = "/v1/assignments/" + assignment + "/bonus";
        return api.send(token(), "POST", path, body, "application/json", headers);
    }

    private TestApi.Answer send(String token, String assignmentId, String workerId, String amount) {
        return api.post(
                token(),
                "/internal/mturk/SendBonus",
                Map.of(
                        "WorkerId", workerId,
                        "AssignmentId", assignmentId,
                        "BonusAmount", amount,
                        "Reason", "Thanks.",
                        "UniqueRequestToken", token));
    }

    private tools.jackson.databind.JsonNode list(Map<String, Object> input) {
        return api.post(token(), "/internal/mturk/ListBonusPayments", input).json();
    }

    private String token() {
        return Tokens.requester(requester, "payout-service");
    }
}
