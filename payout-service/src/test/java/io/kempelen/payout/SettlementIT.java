package io.kempelen.payout;

import static io.kempelen.payout.Events.ASSIGNMENTS;
import static io.kempelen.payout.Events.PAYOUTS;
import static io.kempelen.payout.Events.REVIEWS;
import static io.kempelen.payout.Events.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.events.AccountKind;
import io.kempelen.events.FundsReleased;
import io.kempelen.events.Money;
import io.kempelen.events.ReleaseCause;
import io.kempelen.events.RewardPaid;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.Replica;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of held places, over a real broker: everything twice, and in any order. */
@KempelenTest
class SettlementIT {

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    private final Ids ids = new Ids();
    private final String requester = "A" + ids.next();
    private final String worker = "A" + ids.next();
    private final String funds = ids.next();
    private final Books books;

    SettlementIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @BeforeEach
    void openWithTenDollars() {
        probe.send(Events.ACCOUNTS, requester, Events.opened(requester, AccountKind.REQUESTER));
        api.post(
                Tokens.operator("AOPERATOR", "payout-service"),
                "/v1/operator/deposits",
                Map.of("accountId", requester, "amount", "10.00", "reference", ids.next()));
    }

    private record Sent(String topic, String key, SpecificRecord event) {}

    /** Five places: one approved, one rejected, one given back, two never taken; each said twice, in ten orders. */
    @Test
    void settlesEachPlaceOnceInAnyOrder() {
        for (int seed = 0; seed < 10; seed++) settlesEachPlaceOnce(seed);
    }

    private void settlesEachPlaceOnce(int seed) {
        var task = ids.next();
        var places = IntStream.range(0, 3).mapToObj(i -> ids.next()).toList();
        var sent = new java.util.ArrayList<Sent>();
        for (int copy = 0; copy < 2; copy++) {
            sent.add(new Sent(TASKS, requester, Events.asked("ask" + task, task, requester, 5)));
            sent.add(new Sent(REVIEWS, task, Events.approved(places.get(0), task, worker, requester)));
            sent.add(new Sent(REVIEWS, task, Events.rejected(places.get(1), task, worker, requester)));
            sent.add(new Sent(ASSIGNMENTS, task, Events.returned(places.get(2), task, worker, requester)));
            sent.add(new Sent(ASSIGNMENTS, task, Events.closed(task, requester, 1, 2)));
        }
        Collections.shuffle(sent, new Random(seed));
        sent.forEach(event -> probe.send(event.topic(), event.key(), event.event()));

        await().atMost(Duration.ofSeconds(30)).until(() -> books.remaining(task) == 0 && books.escrow(requester) == 0);
        assertThat(books.transfers("REWARD", places.get(0))).isOne();
        assertThat(books.transfers("FEE", places.get(0))).isOne();
        assertThat(books.transfers("RELEASE", places.get(1))).isOne();
        assertThat(books.transfers("RELEASE", places.get(2))).isOne();
        assertThat(books.transfers("RELEASE", task + "/1")).isOne();
        assertThat(books.available(requester)).isEqualTo(1000 - 6L * (seed + 1));
        assertThat(books.earnings(worker)).isEqualTo(5L * (seed + 1));
        var released = probe.await(
                PAYOUTS, FundsReleased.class, 3, event -> event.getFundsId().equals(task));
        assertThat(released)
                .extracting(FundsReleased::getCause)
                .containsExactlyInAnyOrder(ReleaseCause.REJECTED, ReleaseCause.GIVEN_BACK, ReleaseCause.NEVER_TAKEN);
        var paid = probe.await(
                PAYOUTS, RewardPaid.class, 1, event -> event.getAssignmentId().equals(places.get(0)));
        assertThat(paid).hasSize(1);
        assertThat(books.parked(task)).isZero();
        assertThat(books.faults()).isZero();
    }

    @Test
    void keepsAFactWhoseHoldIsNotKnownYet() {
        var place = ids.next();
        probe.sendTwice(REVIEWS, funds, Events.approved(place, funds, worker, requester));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.waiting(place) == 1);
        assertThat(books.earnings(worker)).isZero();

        probe.send(TASKS, requester, Events.asked("ask" + funds, funds, requester, 1));

        await().atMost(Duration.ofSeconds(20)).until(() -> books.earnings(worker) == 5);
        assertThat(books.waiting(place)).isZero();
        assertThat(books.parked(funds)).isZero();
    }

    @Test
    void paysAnOverriddenRejectionFromItsOwnHold() {
        var place = ids.next();
        var override = ids.next();
        probe.send(TASKS, requester, Events.asked("ask" + funds, funds, requester, 1));
        probe.sendTwice(REVIEWS, funds, Events.rejected(place, funds, worker, requester));
        probe.send(REVIEWS, requester, Events.asked("ask" + override, override, requester, 1));
        probe.sendTwice(REVIEWS, funds, Events.approved(place, override, worker, requester, Events.usd(5), true));

        await().atMost(Duration.ofSeconds(20)).until(() -> books.earnings(worker) == 5);
        assertThat(books.available(requester)).isEqualTo(994);
        assertThat(books.escrow(requester)).isZero();
    }

    @Test
    void releasesAgainAfterASecondClosing() {
        probe.send(TASKS, requester, Events.asked("one" + funds, funds, requester, 2));
        probe.sendTwice(ASSIGNMENTS, funds, Events.closed(funds, requester, 1, 2));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.transfers("RELEASE", funds + "/1") == 1);
        probe.send(TASKS, requester, Events.asked("two" + funds, funds, requester, 2));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.remaining(funds) == 12);
        probe.sendTwice(ASSIGNMENTS, funds, Events.closed(funds, requester, 2, 2));

        await().atMost(Duration.ofSeconds(20)).until(() -> books.transfers("RELEASE", funds + "/2") == 1);
        assertThat(books.remaining(funds)).isZero();
        assertThat(books.available(requester)).isEqualTo(1000);
    }

    @Test
    void parksWhatWouldTakeMoreThanIsHeld() {
        probe.send(TASKS, requester, Events.asked("ask" + funds, funds, requester, 1));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.remaining(funds) == 6);
        var places = List.of(ids.next(), ids.next());
        places.forEach(place -> probe.send(REVIEWS, funds, Events.approved(place, funds, worker, requester)));

        await().atMost(Duration.ofSeconds(20)).until(() -> books.parked(funds) == 1);
        assertThat(books.earnings(worker)).isEqualTo(5);
        assertThat(books.remaining(funds)).isZero();
        assertThat(books.faults()).isZero();
    }

    @Test
    void parksAContradiction() {
        var place = ids.next();
        probe.send(TASKS, requester, Events.asked("ask" + funds, funds, requester, 2));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.remaining(funds) == 12);
        probe.send(REVIEWS, funds, Events.approved(place, funds, worker, requester));
        probe.send(REVIEWS, funds, Events.rejected(place, funds, worker, requester));

        await().atMost(Duration.ofSeconds(20)).until(() -> books.parked(funds) == 1);
        assertThat(books.remaining(funds)).isEqualTo(6);
    }

    @Test
    void parksAnotherCurrency() {
        probe.send(TASKS, requester, Events.asked("ask" + funds, funds, requester, 1));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.remaining(funds) == 6);
        var euros = new Money(5L, "EUR");
        probe.send(REVIEWS, funds, Events.approved(ids.next(), funds, worker, requester, euros, false));

        await().atMost(Duration.ofSeconds(20)).until(() -> books.parked(funds) == 1);
        assertThat(books.remaining(funds)).isEqualTo(6);
    }

    @Test
    void paysOnceWithTwoReplicas() {
        try (var replica = Replica.start(PayoutApplication.class, Map.of())) {
            assertThat(replica.isRunning()).isTrue();
            var tasks = IntStream.range(0, 40).mapToObj(i -> ids.next()).toList();
            tasks.forEach(task -> probe.send(TASKS, requester, Events.asked("ask" + task, task, requester, 1)));
            tasks.forEach(task -> probe.sendTwice(REVIEWS, task, Events.approved("w" + task, task, worker, requester)));
            tasks.forEach(task -> probe.send(REVIEWS, task, Events.approved("w" + task, task, worker, requester)));

            await().atMost(Duration.ofSeconds(60)).until(() -> books.earnings(worker) == 200);
            assertThat(books.available(requester)).isEqualTo(1000 - 240);
            assertThat(books.escrow(requester)).isZero();
            assertThat(probe.await(
                            PAYOUTS,
                            RewardPaid.class,
                            40,
                            event -> event.getWorkerId().equals(worker)))
                    .hasSize(40);
            assertThat(books.faults()).isZero();
        }
    }
}
