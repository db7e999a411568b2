package io.kempelen.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.events.AccountKind;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import io.kempelen.payout.hold.HoldService;
import io.kempelen.payout.hold.domain.Facts;
import io.kempelen.payout.hold.domain.Settlement;
import io.kempelen.payout.hold.domain.Settlement.Assignment;
import io.kempelen.payout.hold.domain.Settlement.Price;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Approvals come in batches: a batch must cost a handful of statements. Prints the rate, and fails only where it is absurd. */
@KempelenTest
class ThroughputIT {

    private static final int BATCHES = 20;
    private static final int SIZE = 500;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    @Autowired
    private HoldService holds;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Ids ids = new Ids();
    private final Books books;

    ThroughputIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @Test
    void capturesThousandsASecond() {
        var requester = "A" + ids.next();
        var funds = ids.next();
        probe.send(Events.ACCOUNTS, requester, Events.opened(requester, AccountKind.REQUESTER));
        api.post(
                Tokens.operator("AOPERATOR", "payout-service"),
                "/v1/operator/deposits",
                Map.of("accountId", requester, "amount", "10000.00", "reference", ids.next()));
        probe.send(Events.TASKS, requester, Events.asked("ask" + funds, funds, requester, BATCHES * SIZE));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.remaining(funds) == 6L * BATCHES * SIZE);
        var workers = IntStream.range(0, 1000).mapToObj(i -> "A" + ids.next()).toList();

        var start = System.nanoTime();
        for (int batch = 0; batch < BATCHES; batch++) capture(batch, funds, requester, workers);
        var seconds = (System.nanoTime() - start) / 1e9;

        System.out.printf(
                "%d approvals in %.2f s: %.0f approvals/s, %.0f transfers/s%n",
                BATCHES * SIZE, seconds, BATCHES * SIZE / seconds, 2 * BATCHES * SIZE / seconds);
        assertThat(books.remaining(funds)).isZero();
        assertThat(BATCHES * SIZE / seconds).isGreaterThan(200);
    }

    private void capture(int batch, String funds, String requester, List<String> workers) {
        var settlements = IntStream.range(0, SIZE)
                .mapToObj(i -> {
                    var worker = workers.get((batch * 7 + i) % workers.size());
                    var work = new Assignment(ids.next(), funds, null, worker, requester);
                    return Settlement.approved(work, funds, new Price(5, 1, "USD"), false);
                })
                .toList();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> holds.apply(new Facts(List.of(), List.of(), settlements)));
    }
}
