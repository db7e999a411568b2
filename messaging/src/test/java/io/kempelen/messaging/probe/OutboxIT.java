package io.kempelen.messaging.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.events.TaskDisposed;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.outbox.Keyed;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.Replica;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KempelenTest
class OutboxIT {

    private static final String TASKS = "kempelen.tasks";

    @Autowired
    private Outbox outbox;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestApi api;

    private final Ids ids = new Ids();

    @Test
    void sendsWhatWasCommittedWithCloudEventsHeaders() {
        var task = ids.next();
        new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.append(task, disposed(task)));

        probe.awaitOne(TASKS, TaskDisposed.class, event -> event.getTaskId().equals(task));
        var seen = probe.all(TASKS).stream()
                .filter(record -> record.key().equals(task))
                .findFirst()
                .orElseThrow();

        assertThat(seen.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "io.kempelen.events.TaskDisposed")
                .containsEntry("ce_source", "/kempelen/probe-service")
                .containsEntry("ce_subject", task)
                .containsKeys("ce_id", "ce_time");
    }

    @Test
    void sendsNothingOfARolledBackTransaction() {
        var lost = ids.next();
        var kept = ids.next();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.append(lost, disposed(lost));
            status.setRollbackOnly();
        });
        new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.append(kept, disposed(kept)));

        probe.awaitOne(TASKS, TaskDisposed.class, event -> event.getTaskId().equals(kept));

        assertThat(probe.all(TASKS)).noneMatch(record -> record.key().equals(lost));
    }

    @Test
    void refusesAnEventOutsideOfATransaction() {
        assertThatThrownBy(() -> outbox.append("key", disposed("key"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsTheOrderOfAKeyWithTwoReplicas() {
        var key = ids.next();
        try (var replica = Replica.start(ProbeApplication.class, Map.of())) {
            var other = replica.getBean(Outbox.class);
            var otherTransactions = replica.getBean(PlatformTransactionManager.class);
            for (int i = 0; i < 500; i++) {
                var number = "n" + String.format("%04d", i);
                var even = i % 2 == 0;
                new TransactionTemplate(even ? transactions : otherTransactions)
                        .executeWithoutResult(status ->
                                (even ? outbox : other).append(key, new TaskDisposed(number, key, Instant.EPOCH)));
            }
            probe.await(
                    TASKS,
                    TaskDisposed.class,
                    500,
                    event -> event.getRequesterId().equals(key));
        }

        var order = probe.all(TASKS).stream()
                .filter(record -> record.key().equals(key))
                .map(record -> ((TaskDisposed) record.event()).getTaskId())
                .toList();
        assertThat(order).isSorted().hasSize(500);
    }

    @Test
    void isEmptyOnceKafkaHasAcknowledgedAll() {
        var events = IntStream.range(0, 2500)
                .mapToObj(i -> new Keyed(ids.next(), disposed("many")))
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.appendAll(events));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rows() == 0);
        probe.await(TASKS, TaskDisposed.class, 2500, event -> event.getTaskId().equals("many"));
    }

    @Test
    void answersAWriteWithItsFenceAndRepeatsTheFirstAnswerToARepeatedKey() {
        var requester = Tokens.requester("AREQUESTER", "probe-service");
        var task = ids.next();
        var key = Map.of("Idempotency-Key", ids.next());
        var body = "{\"task\":\"" + task + "\"}";

        var first = api.send(requester, "POST", "/v1/notes", body, "application/json", key);
        var second = api.send(requester, "POST", "/v1/notes", body, "application/json", key);
        var other = api.send(requester, "POST", "/v1/notes", "{\"task\":\"x\"}", "application/json", key);

        assertThat(List.of(first.status(), second.status(), other.status())).containsExactly(201, 201, 422);
        assertThat(first.header("Kempelen-Fence")).hasSize(36);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(probe.await(
                        TASKS, TaskDisposed.class, 1, event -> event.getTaskId().equals(task)))
                .hasSize(1);
    }

    @Test
    void aRequestThatClaimedNothingFreesNobodysKey() {
        var requester = Tokens.requester("AREQUESTER", "probe-service");
        var key = Map.of("Idempotency-Key", ids.next());
        var body = "{\"task\":\"" + ids.next() + "\"}";
        var first = api.send(requester, "POST", "/v1/notes", body, "application/json", key);

        api.send(requester, "POST", "/v1/notes/refused", body, "application/json", key);

        var again = api.send(requester, "POST", "/v1/notes", body, "application/json", key);
        assertThat(List.of(first.status(), again.status())).containsExactly(201, 201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void letsInOnlyTheGatewaysTokens() {
        var foreign = Tokens.requester("AREQUESTER", "another-service");

        assertThat(api.post("", "/v1/notes", Map.of("task", "t")).status()).isEqualTo(401);
        assertThat(api.post(foreign, "/v1/notes", Map.of("task", "t")).status()).isEqualTo(401);
        assertThat(api.post(Tokens.worker("AWORKER", "probe-service"), "/v1/notes", Map.of("task", "t"))
                        .status())
                .isEqualTo(403);
    }

    private long rows() {
        var rows = jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class);
        return rows == null ? 0 : rows;
    }

    private static TaskDisposed disposed(String task) {
        return new TaskDisposed(task, "AREQUESTER", Instant.EPOCH);
    }
}
