package io.kempelen.payout;

import static io.kempelen.payout.Events.ASSIGNMENTS;
import static io.kempelen.payout.Events.PAYOUTS;
import static io.kempelen.payout.Events.REVIEWS;
import static io.kempelen.payout.Events.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.events.AccountKind;
import io.kempelen.events.DepositKind;
import io.kempelen.events.DepositReceived;
import io.kempelen.events.FundsDeclined;
import io.kempelen.events.FundsHeld;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The sandbox: whatever happens, 10000.00 may be spent, and the ledger is none the worse. */
@KempelenTest
@ActiveProfiles("sandbox")
@DirtiesContext
class SandboxIT {

    private static final long LEVEL = 1_000_000;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    private final Ids ids = new Ids();
    private final String requester = "A" + ids.next();
    private final String worker = "A" + ids.next();
    private final Books books;

    SandboxIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @Test
    void staysLevelWhateverHappens() {
        probe.sendTwice(Events.ACCOUNTS, requester, Events.opened(requester, AccountKind.REQUESTER));
        awaitLevel();

        for (int task = 0; task < 3; task++) {
            var funds = ids.next();
            var place = ids.next();
            probe.sendTwice(TASKS, requester, Events.asked("ask" + funds, funds, requester, 50));
            await().atMost(Duration.ofSeconds(20)).until(() -> books.remaining(funds) == 300);
            awaitLevel();
            probe.sendTwice(REVIEWS, funds, Events.approved(place, funds, worker, requester));
            probe.sendTwice(ASSIGNMENTS, funds, Events.submitted(place, funds, worker, requester));
            probe.sendTwice(ASSIGNMENTS, funds, Events.closed(funds, requester, 1, 49));
            await().atMost(Duration.ofSeconds(20)).until(() -> books.remaining(funds) == 0);
            awaitLevel();
            assertThat(bonus(place).status()).isEqualTo(201);
            awaitLevel();
        }
        var deposited = api.post(
                Tokens.operator("AOPERATOR", "payout-service"),
                "/v1/operator/deposits",
                Map.of("accountId", requester, "amount", "100.00", "reference", ids.next()));

        assertThat(deposited.status()).isEqualTo(201);
        awaitLevel();
        assertThat(balance()).contains("\"AvailableBalance\":\"10000.00\"");
        assertThat(books.earnings(worker)).isEqualTo(3 * (5 + 100));
        assertThat(books.escrow(requester)).isZero();
        assertThat(books.faults()).isZero();
        rebuildsTheBalanceFromTheTopic();
    }

    /** Deposits of both kinds and signs, minus what was spent, are what there is. */
    private void rebuildsTheBalanceFromTheTopic() {
        var deposits = probe.await(
                PAYOUTS,
                DepositReceived.class,
                8,
                event -> event.getRequesterId().equals(requester));
        var in = deposits.stream()
                .mapToLong(event -> event.getAmount().getMinorUnits())
                .sum();

        assertThat(in).isEqualTo(LEVEL + 3 * (6 + 120));
        assertThat(deposits).anyMatch(event -> event.getKind() == DepositKind.OPERATOR);
        assertThat(deposits).anyMatch(event -> event.getAmount().getMinorUnits() < 0);
    }

    @Test
    void holdsForAnAccountThatIsNotKnownYet() {
        var early = "A" + ids.next();
        var funds = ids.next();
        probe.send(TASKS, early, Events.asked("one" + funds, funds, early, 10_000, 60, "USD"));
        probe.send(TASKS, early, Events.asked("two" + funds, funds, early, 10_000, 60, "USD"));
        probe.send(TASKS, early, Events.asked("all" + funds, funds, early, 10_000, 90, "USD"));

        probe.awaitOne(PAYOUTS, FundsDeclined.class, event -> event.getAskId().equals("all" + funds));
        probe.awaitOne(PAYOUTS, FundsHeld.class, event -> event.getAskId().equals("two" + funds));
        assertThat(books.available(early)).isEqualTo(LEVEL);
        assertThat(books.escrow(early)).isEqualTo(2 * 60 * 12_000);
    }

    private void awaitLevel() {
        await().atMost(Duration.ofSeconds(20)).until(() -> books.available(requester) == LEVEL);
    }

    private String balance() {
        return api.post(token(), "/internal/mturk/GetAccountBalance", Map.of()).text();
    }

    private TestApi.Answer bonus(String place) {
        return api.post(token(), "/v1/assignments/" + place + "/bonus", Map.of("amount", "1.00", "reason", "Thanks."));
    }

    private String token() {
        return Tokens.requester(requester, "payout-service");
    }
}
