package io.kempelen.task;

import static io.kempelen.task.Scene.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.FundsAsked;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What whoever repeats a request with its Idempotency-Key is told, and what never happens twice. */
@TaskServiceTest
class RepeatIT {

    private static final String TASKS = "kempelen.tasks";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private Scene scene;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void repeatsAnAnswerForTheSameKey() {
        var requester = scene.requester("RICH");
        var body = "{\"title\":\"T\",\"reward\":\"0.05\",\"question\":\"<p>Hi</p>\"}";
        var key = Map.of("Idempotency-Key", "one");
        var first = api.send(token(requester), "POST", "/v1/tasks", body, "application/json", key);
        var second = api.send(token(requester), "POST", "/v1/tasks", body, "application/json", key);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(List.of(first.header("Kempelen-Fence").split(",")))
                .as("the second caller, too, sees the task everywhere")
                .containsAll(List.of(second.header("Kempelen-Fence").split(",")));
        assertThat(second.header("Kempelen-Fence")).isNotEmpty();
        assertThat(second.json().path("taskId").asString())
                .isEqualTo(first.json().path("taskId").asString());
        var other = api.send(token(requester), "POST", "/v1/tasks", body.replace("Hi", "Ho"), "application/json", key);
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void aRepeatSaysNoMoreThanTheFirstRequestKnows() {
        var requester = scene.requester("FORGOTTEN");
        var body = "{\"title\":\"T\",\"reward\":\"0.05\",\"question\":\"<p>Hi</p>\"}";
        var key = Map.of("Idempotency-Key", "again");
        var first = CompletableFuture.supplyAsync(
                () -> api.send(token(requester), "POST", "/v1/tasks", body, "application/json", key));
        probe.awaitOne(TASKS, FundsAsked.class, event -> event.getRequesterId().equals(requester));

        var second = api.send(token(requester), "POST", "/v1/tasks", body, "application/json", key);

        assertThat(second.status()).as(second.text()).isEqualTo(503);
        assertThat(first.join().status()).isEqualTo(503);
        assertThat(scene.rowsOf(requester)).isZero();
    }

    /** As if a third request had claimed the key for a new question before the second one woke. */
    @Test
    void aRepeatFreesOnlyItsOwnQuestionsKey() throws Exception {
        var requester = scene.requester("FORGOTTEN");
        var first = create(requester);
        probe.awaitOne(TASKS, FundsAsked.class, event -> event.getRequesterId().equals(requester));
        var second = create(requester);
        Thread.sleep(600); // until the second has read what the first asked
        claimedFor(requester, "OTHER");

        assertThat(first.join().status()).isEqualTo(503);
        assertThat(second.join().status()).isEqualTo(503);
        assertThat(jdbc.queryForList(
                        "SELECT resource_id FROM idempotency_key WHERE account_id = ?", String.class, requester))
                .containsExactly("OTHER");
    }

    @Test
    void aRepeatedFileIsTheFirstOneWhereNothingIsLeftOfThat() {
        var requester = scene.requester("RICH");
        var project = scene.project(requester, Map.of());
        var key = Map.of("Idempotency-Key", "file");
        var lost = scene.upload(requester, project, "thing\nsky\n", key);
        claimedFor(requester, "3GONE"); // as the sweep leaves it when a replica died in an upload

        var again = scene.upload(requester, project, "thing\nsky\n", key);
        var third = scene.upload(requester, project, "thing\nsky\n", key);

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json().path("batchId").asString())
                .isNotEqualTo(lost.json().path("batchId").asString())
                .isEqualTo(third.json().path("batchId").asString());
    }

    @Test
    void aRepeatedFileWaitsForTheFirstOne() {
        var requester = scene.requester("FORGOTTEN");
        var project = scene.project(requester, Map.of());
        var key = Map.of("Idempotency-Key", "file");
        var first = CompletableFuture.supplyAsync(() -> scene.upload(requester, project, "thing\nsky\n", key));
        probe.awaitOne(TASKS, FundsAsked.class, event -> event.getRequesterId().equals(requester));

        var second = scene.upload(requester, project, "thing\nsky\n", key);

        assertThat(second.status()).as(second.text()).isEqualTo(409);
        assertThat(second.json().path("type").asString()).isEqualTo("/problems/request-in-progress");
        assertThat(first.join().status()).isEqualTo(503);
    }

    private CompletableFuture<TestApi.Answer> create(String requester) {
        var body = "{\"title\":\"T\",\"reward\":\"0.05\",\"question\":\"<p>Hi</p>\"}";
        var key = Map.of("Idempotency-Key", "race");
        return CompletableFuture.supplyAsync(
                () -> api.send(token(requester), "POST", "/v1/tasks", body, "application/json", key));
    }

    private void claimedFor(String requester, String resource) {
        assertThat(jdbc.update("UPDATE idempotency_key SET resource_id = ? WHERE account_id = ?", resource, requester))
                .isEqualTo(1);
    }
}
