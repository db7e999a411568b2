package io.kempelen.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 64 threads spend one balance through the API at once: it is spent to the last cent that suffices, and never further. */
@KempelenTest
class SpendingRaceIT {

    private static final int THREADS = 64;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    private final Ids ids = new Ids();
    private final Books books;

    SpendingRaceIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @Test
    void neverPaysMoreBonusesThanTheRequesterHas() throws Exception {
        var worker = Earner.with(1, probe, api, books);
        var assignment = ids.next();
        var task = ids.next();
        probe.send(Events.ASSIGNMENTS, task, Events.submitted(assignment, task, worker.id, worker.requester));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> books.number("SELECT count(*) FROM work WHERE assignment_id = ?", assignment) == 1);
        var before = books.available(worker.requester);

        var statuses = race(n -> api.send(
                        Tokens.requester(worker.requester, "payout-service"),
                        "POST",
                        "/v1/assignments/" + assignment + "/bonus",
                        "{\"amount\": \"5.00\", \"reason\": \"Thanks.\"}",
                        "application/json",
                        Map.of("Idempotency-Key", "race" + n))
                .status());

        var paid = statuses.stream().filter(status -> status == 201).count();
        assertThat(statuses).containsOnly(201, 402);
        assertThat(paid).isEqualTo(before / 600);
        assertThat(books.available(worker.requester)).isEqualTo(before - 600 * paid);
        assertThat(books.faults()).isZero();
    }

    @Test
    void neverPaysOutMoreThanTheWorkerHas() throws Exception {
        var worker = Earner.with(20, probe, api, books);

        var statuses = race(n -> worker.withdraw("0.03").status());

        assertThat(statuses).containsOnly(201, 402);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(33);
        assertThat(books.earnings(worker.id)).isOne();
        assertThat(books.faults()).isZero();
    }

    private interface Numbered {
        int call(int n);
    }

    private static List<Integer> race(Numbered call) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var calls = IntStream.range(0, THREADS)
                    .<Callable<Integer>>mapToObj(n -> () -> call.call(n))
                    .toList();
            return threads.invokeAll(calls).stream().map(Statuses::of).toList();
        }
    }
}
