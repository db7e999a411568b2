package io.kempelen.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.events.AccountKind;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Posting as it happens: approvals from Kafka, each a reward and a fee, and every fee goes to the platform's one account. */
@KempelenTest
class ThroughputIT {

    private static final int APPROVALS = 20_000;
    private static final int REQUESTERS = 5;
    private static final int WORKERS = 1_000;
    private static final int SENDERS = 64;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    private final Ids ids = new Ids();
    private final Books books;

    ThroughputIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @Test
    void postsThousandsOfTransfersASecondThroughKafka() {
        var requesters =
                IntStream.range(0, REQUESTERS).mapToObj(i -> "A" + ids.next()).toList();
        var funds = IntStream.range(0, REQUESTERS).mapToObj(i -> ids.next()).toList();
        var workers =
                IntStream.range(0, WORKERS).mapToObj(i -> "A" + ids.next()).toList();
        for (int i = 0; i < REQUESTERS; i++) hold(requesters.get(i), funds.get(i));

        var start = System.nanoTime();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            IntStream.range(0, APPROVALS)
                    .forEach(i -> senders.execute(() -> {
                        var task = funds.get(i % REQUESTERS);
                        var requester = requesters.get(i % REQUESTERS);
                        probe.send(
                                Events.REVIEWS,
                                task,
                                Events.approved(ids.next(), task, workers.get(i % WORKERS), requester));
                    }));
        }
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(2))
                .until(() -> funds.stream().allMatch(id -> books.remaining(id) == 0));
        var seconds = (System.nanoTime() - start) / 1e9;

        System.out.printf(
                "%d approvals sent to Kafka and posted in %.2f s: %.0f approvals/s, %.0f transfers/s%n",
                APPROVALS, seconds, APPROVALS / seconds, 2 * APPROVALS / seconds);
        assertThat(books.balance("fees:USD")).isGreaterThanOrEqualTo(APPROVALS);
    }

    private void hold(String requester, String funds) {
        probe.send(Events.ACCOUNTS, requester, Events.opened(requester, AccountKind.REQUESTER));
        api.post(
                Tokens.operator("AOPERATOR", "payout-service"),
                "/v1/operator/deposits",
                Map.of("accountId", requester, "amount", "10000.00", "reference", ids.next()));
        var places = APPROVALS / REQUESTERS;
        probe.send(Events.TASKS, requester, Events.asked("ask" + funds, funds, requester, places));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.remaining(funds) == 6L * places);
    }
}
