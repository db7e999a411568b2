package io.kempelen.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.events.AccountKind;
import io.kempelen.events.PayoutFailed;
import io.kempelen.events.PayoutPaid;
import io.kempelen.events.PayoutRequested;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Money that leaves: arrived, refused, and stopped by a crash at each point. */
@KempelenTest
class PayoutIT {

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    @Autowired
    private JdbcTemplate jdbc;

    private final Ids ids = new Ids();
    private final String requester = "A" + ids.next();
    private final String worker = "A" + ids.next();
    private final Books books;

    PayoutIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @BeforeEach
    void earnOneDollar() {
        var funds = ids.next();
        probe.send(Events.ACCOUNTS, requester, Events.opened(requester, AccountKind.REQUESTER));
        api.post(
                Tokens.operator("AOPERATOR", "payout-service"),
                "/v1/operator/deposits",
                Map.of("accountId", requester, "amount", "10.00", "reference", ids.next()));
        probe.send(Events.TASKS, requester, Events.asked("ask" + funds, funds, requester, 20));
        for (int i = 0; i < 20; i++)
            probe.send(Events.REVIEWS, funds, Events.approved(ids.next(), funds, worker, requester));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.earnings(worker) == 100);
    }

    @Test
    void paysEverythingOut() {
        var requested = request("");
        var payout = requested.json().path("payoutId").asString();

        assertThat(requested.status()).isEqualTo(201);
        assertThat(requested.json().path("amount").asString()).isEqualTo("1.00");
        probe.awaitOne(
                Events.PAYOUTS,
                PayoutRequested.class,
                event -> event.getPayoutId().equals(payout));
        probe.awaitOne(
                Events.PAYOUTS, PayoutPaid.class, event -> event.getPayoutId().equals(payout));
        assertThat(api.get(token(), "/v1/worker/payouts/" + payout)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("PAID");
        var earnings = api.get(token(), "/v1/worker/earnings?limit=2").json();
        assertThat(earnings.path("balance").asString()).isEqualTo("0.00");
        assertThat(earnings.path("rewards").asString()).isEqualTo("1.00");
        assertThat(earnings.path("paidOut").asString()).isEqualTo("1.00");
        assertThat(earnings.path("items").get(0).path("amount").asString()).isEqualTo("-1.00");
        assertThat(earnings.path("items").get(1).path("kind").asString()).isEqualTo("REWARD");
        assertThat(earnings.path("nextCursor").asString()).isNotEmpty();
        assertThat(books.faults()).isZero();
    }

    @Test
    void putsRefusedMoneyBack() {
        var payout = request("0.13").json().path("payoutId").asString();

        var failed = probe.awaitOne(
                Events.PAYOUTS, PayoutFailed.class, event -> event.getPayoutId().equals(payout));
        assertThat(failed.getAmount()).isEqualTo(Events.usd(13));
        assertThat(books.earnings(worker)).isEqualTo(100);
        assertThat(books.transfers("PAYOUT_FAILED", payout)).isOne();
    }

    @Test
    void refusesMoreThanThereIs() {
        assertThat(request("1.01").status()).isEqualTo(402);
        assertThat(request("0").status()).isEqualTo(422);
        assertThat(api.post(Tokens.worker("ANOBODY", "payout-service"), "/v1/worker/payouts", Map.of())
                        .status())
                .isEqualTo(402);
        assertThat(books.earnings(worker)).isEqualTo(100);
    }

    /** As after a crash between the rail's call and its settlement: the row says SENDING and nobody works on it. */
    @Test
    void settlesOnceWhatACrashLeftBehind() {
        var payout = request("0.50").json().path("payoutId").asString();
        probe.awaitOne(
                Events.PAYOUTS, PayoutPaid.class, event -> event.getPayoutId().equals(payout));
        var left = ids.next();
        leaveBehind(left, "SENDING");
        var fresh = ids.next();
        leaveBehind(fresh, "REQUESTED");

        await().atMost(Duration.ofSeconds(20)).until(() -> books.transfers("PAYOUT_PAID", left) == 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> books.transfers("PAYOUT_PAID", fresh) == 1);
        assertThat(books.transfers("PAYOUT_PAID", payout)).isOne();
        assertThat(books.faults()).isZero();
    }

    /** Its rail may have a part of it, so papers that are refused meanwhile stop it but give nothing back. */
    @Test
    void givesNothingBackThatMayHaveBeenSent() {
        var papers = "/v1/operator/payees/" + worker + "/verification";
        api.put(
                Tokens.operator("AOPERATOR", "payout-service"),
                papers,
                Map.of("verified", false, "note", "The passport has expired."));
        var sentBefore = ids.next();
        leaveBehind(sentBefore, "REQUESTED");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> books.number(
                                "SELECT count(*) FROM payout WHERE id = ? AND state = 'REQUESTED' AND note LIKE '%passport%'",
                                sentBefore)
                        == 1);
        assertThat(books.transfers("PAYOUT_FAILED", sentBefore)).isZero();
        assertThat(books.earnings(worker)).isEqualTo(90);
    }

    private void leaveBehind(String payout, String state) {
        jdbc.update("""
                WITH moved AS (
                    INSERT INTO transfer (id, cause, cause_id, debit_account, credit_account, amount, currency, created_at)
                    VALUES (?, 'PAYOUT', ?, ?, 'rail:sandbox:USD', 10, 'USD', now()))
                INSERT INTO payout (id, worker_id, amount, currency, rail, state, attempts, due_at, requested_at)
                VALUES (?, ?, 10, 'USD', 'sandbox', ?, 1, now(), now())""", ids.next(), payout, "earnings:" + worker, payout, worker, state);
    }

    private TestApi.Answer request(String amount) {
        return api.post(token(), "/v1/worker/payouts", amount.isEmpty() ? Map.of() : Map.of("amount", amount));
    }

    private String token() {
        return Tokens.worker(worker, "payout-service");
    }
}
