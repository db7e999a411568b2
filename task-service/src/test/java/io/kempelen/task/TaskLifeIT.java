package io.kempelen.task;

import static io.kempelen.task.Scene.token;
import static io.kempelen.task.Scene.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.AnswersWanted;
import io.kempelen.events.FundsAsked;
import io.kempelen.events.FundsPurpose;
import io.kempelen.events.FundsWithdrawn;
import io.kempelen.events.TaskCompleted;
import io.kempelen.events.TaskDisposed;
import io.kempelen.events.TaskExpirationChanged;
import io.kempelen.events.TaskExtended;
import io.kempelen.events.TaskPublished;
import io.kempelen.events.WantedReason;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@TaskServiceTest
class TaskLifeIT {

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
    void publishesOnceTheMoneyIsHeld() {
        var requester = scene.requester("RICH");
        var answer = api.post(token(requester), "/v1/tasks", Scene.taskRequest(3));

        assertThat(answer.status()).isEqualTo(201);
        var taskId = answer.json().path("taskId").asString();
        var published = probe.await(
                TASKS, TaskPublished.class, 1, event -> event.getTaskId().equals(taskId));
        assertThat(published).hasSize(1);
        assertThat(published.getFirst().getPlaces()).isEqualTo(3);
        assertThat(published.getFirst().getFee().getMinorUnits()).isEqualTo(PayoutStub.FEE);
        assertThat(published.getFirst().getFundsId()).isEqualTo(taskId);
        assertThat(answer.headers().allValues("Kempelen-Fence")).hasSizeGreaterThan(1);
        assertThat(answer.json().path("counters").path("available").asInt()).isEqualTo(3);
        assertThat(answer.json().path("input").path("thing").asString()).isEqualTo("sky");
    }

    @Test
    void keepsNothingWhenTheMoneyIsNotThere() {
        var requester = scene.requester("POOR");
        var answer = api.post(token(requester), "/v1/tasks", Scene.taskRequest(3));

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/insufficient-funds");
        assertThat(answer.json().path("required").asString()).isEqualTo("6.00");
        assertThat(rowsOf(requester)).isZero();
    }

    @Test
    void takesTheQuestionBackAndNeverPublishesLate() {
        var requester = scene.requester("FORGOTTEN");
        var answer = api.post(token(requester), "/v1/tasks", Scene.taskRequest(3));

        assertThat(answer.status()).isEqualTo(503);
        var asked = probe.awaitOne(
                TASKS, FundsAsked.class, event -> event.getRequesterId().equals(requester));
        probe.awaitOne(TASKS, FundsWithdrawn.class, event -> event.getAskId().equals(asked.getAskId()));
        probe.sendTwice("kempelen.payouts", requester, PayoutStub.held(asked));
        scene.openTask(scene.requester("RICH"), 1);
        assertThat(rowsOf(requester)).isZero();
        assertThat(probe.all(TASKS))
                .noneMatch(seen -> seen.event() instanceof TaskPublished event
                        && event.getRequesterId().equals(requester));
    }

    @Test
    void repeatsAnAnswerForTheSameKey() {
        var requester = scene.requester("RICH");
        var body = "{\"title\":\"T\",\"reward\":\"0.05\",\"question\":\"<p>Hi</p>\"}";
        var key = Map.of("Idempotency-Key", "one");
        var first = api.send(token(requester), "POST", "/v1/tasks", body, "application/json", key);
        var second = api.send(token(requester), "POST", "/v1/tasks", body, "application/json", key);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
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
        assertThat(rowsOf(requester)).isZero();
    }

    @Test
    void endsTheSameInWhateverOrderEventsCome() {
        var random = new Random(7);
        var requester = scene.requester("RICH");
        for (int round = 0; round < 4; round++) {
            var taskId = scene.openTask(requester, 2);
            var one = scene.work(requester, taskId, null);
            var two = scene.work(requester, taskId, null);
            var events = new ArrayList<Map.Entry<String, SpecificRecord>>(List.of(
                    Map.entry("kempelen.assignments", scene.accepted(one)),
                    Map.entry("kempelen.assignments", scene.accepted(two)),
                    Map.entry("kempelen.assignments", scene.submitted(one, "{\"colour\":[\"blue\"]}")),
                    Map.entry("kempelen.assignments", scene.submitted(two, "{\"colour\":[\"red\"]}")),
                    Map.entry("kempelen.reviews", scene.approved(one)),
                    Map.entry("kempelen.reviews", scene.rejected(two)),
                    Map.entry("kempelen.payouts", scene.paid(one))));
            Collections.shuffle(events, random);
            for (var event : events) probe.sendTwice(event.getKey(), taskId, event.getValue());
            probe.awaitOne(
                    TASKS, TaskCompleted.class, event -> event.getTaskId().equals(taskId));
            until(
                    () -> scene.task(requester, taskId).toString(),
                    () -> counters(requester, taskId).equals("0 0 0 1 1"));
            assertThat(scene.task(requester, taskId).path("status").asString()).isEqualTo("REVIEWABLE");
        }
    }

    @Test
    void expiresAndDisposesAtOnce() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 2);
        Thread.ofVirtual().start(() -> {
            probe.awaitOne(
                    TASKS,
                    TaskExpirationChanged.class,
                    event -> event.getTaskId().equals(taskId));
            probe.sendTwice("kempelen.assignments", taskId, scene.closed(requester, taskId, 1, 2));
        });
        var expired = api.put(
                token(requester), "/v1/tasks/" + taskId + "/expiration", Map.of("expiresAt", "1970-01-01T00:00:00Z"));

        assertThat(expired.status()).as(expired.text()).isEqualTo(200);
        assertThat(expired.json().path("status").asString()).isEqualTo("REVIEWABLE");
        assertThat(api.delete(token(requester), "/v1/tasks/" + taskId).status()).isEqualTo(204);
        assertThat(api.delete(token(requester), "/v1/tasks/" + taskId).status()).isEqualTo(409);
        probe.awaitOne(TASKS, TaskDisposed.class, event -> event.getTaskId().equals(taskId));
    }

    @Test
    void asksAgainForReleasedPlacesBeforeItReopens() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 3);
        api.put(token(requester), "/v1/tasks/" + taskId + "/expiration", Map.of("expiresAt", "1970-01-01T00:00:00Z"));
        probe.sendTwice("kempelen.assignments", taskId, scene.closed(requester, taskId, 1, 3));
        probe.awaitOne(TASKS, TaskCompleted.class, event -> event.getTaskId().equals(taskId));
        var later = Instant.now().plus(Duration.ofHours(1)).toString();
        var reopened = api.put(token(requester), "/v1/tasks/" + taskId + "/expiration", Map.of("expiresAt", later));

        assertThat(reopened.status()).as(reopened.text()).isEqualTo(200);
        assertThat(reopened.json().path("status").asString()).isEqualTo("ASSIGNABLE");
        var asked = probe.awaitOne(
                TASKS,
                FundsAsked.class,
                event -> event.getFundsId().equals(taskId) && event.getPurpose() == FundsPurpose.REOPENING);
        assertThat(asked.getLines().getFirst().getPlaces()).isEqualTo(3);
        probe.awaitOne(
                TASKS,
                TaskExpirationChanged.class,
                event -> event.getTaskId().equals(taskId) && event.getReopenedPlaces() == 3);
    }

    @Test
    void opensAWantedPlaceOnce() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 1);
        var work = scene.work(requester, taskId, null);
        var want = new AnswersWanted("WANT" + taskId, taskId, requester, 1, WantedReason.REJECTED, Scene.now());
        scene.tellTwice("kempelen.assignments", work, scene.accepted(work));
        scene.tellTwice("kempelen.assignments", work, scene.submitted(work, "{}"));
        scene.tellTwice("kempelen.reviews", work, want);
        probe.send("kempelen.reviews", taskId, want);
        scene.tellTwice("kempelen.reviews", work, scene.rejected(work));

        probe.awaitOne(TASKS, TaskExtended.class, event -> event.getTaskId().equals(taskId));
        until(
                () -> scene.task(requester, taskId).toString(),
                () -> counters(requester, taskId).equals("1 0 0 0 1"));
        assertThat(probe.await(
                        TASKS, TaskExtended.class, 1, event -> event.getTaskId().equals(taskId)))
                .hasSize(1);
        assertThat(scene.task(requester, taskId).path("places").asInt()).isEqualTo(2);
    }

    /** The tier of ten places is dearer, but a place that only replaces another must cost what is paid out of it. */
    @Test
    void asksForReplacementsAtThePriceOfThePlacesBought() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 9);

        for (int rejected = 1; rejected <= 2; rejected++) {
            var want = new AnswersWanted(
                    "WANT" + rejected + taskId, taskId, requester, 1, WantedReason.REJECTED, Scene.now());
            probe.send("kempelen.reviews", taskId, want);
            probe.await(
                    TASKS,
                    TaskExtended.class,
                    rejected,
                    event -> event.getTaskId().equals(taskId));
        }

        assertThat(probe.await(
                        TASKS,
                        FundsAsked.class,
                        2,
                        event -> event.getFundsId().equals(taskId) && event.getPurpose() == FundsPurpose.REPLACEMENT))
                .allSatisfy(asked -> assertThat(asked.getLines().getFirst().getAssignmentsPerTask())
                        .isEqualTo(9));
        assertThat(scene.task(requester, taskId).path("places").asInt()).isEqualTo(11);
    }

    @Test
    void extendsButNotIntoTens() {
        var requester = scene.requester("RICH");
        var taskId = scene.openTask(requester, 3);
        var path = "/v1/tasks/" + taskId + "/extend";

        assertThat(api.post(token(requester), path, Map.of("places", 2))
                        .json()
                        .path("places")
                        .asInt())
                .isEqualTo(5);
        assertThat(api.post(token(requester), path, Map.of("places", 5)).status())
                .isEqualTo(422);
        assertThat(api.post(token(requester), path, Map.of("places", 0))
                        .json()
                        .path("field")
                        .asString())
                .isEqualTo("places");
        assertThat(probe.await(
                        TASKS, TaskExtended.class, 1, event -> event.getTaskId().equals(taskId)))
                .hasSize(1);
    }

    @Test
    void refusesValuesByName() {
        var requester = scene.requester("RICH");
        assertField(requester, "reward", Map.of("reward", "-0.05"));
        assertField(requester, "reward", Map.of("reward", "much"));
        assertField(requester, "title", Map.of("title", " "));
        assertField(requester, "places", Map.of("places", 0));
        assertField(requester, "lifetimeSeconds", Map.of("lifetimeSeconds", 1));
        assertField(
                requester,
                "requirements[0].comparator",
                Map.of(
                        "requirements",
                        List.of(Map.of(
                                "qualificationTypeId", "Q", "comparator", "Near", "integerValues", List.of(1)))));
    }

    @Test
    void hidesTasksFromStrangers() {
        var taskId = scene.openTask(scene.requester("RICH"), 1);
        var stranger = token(scene.requester("RICH"));

        assertThat(api.get(stranger, "/v1/tasks/" + taskId).status()).isEqualTo(404);
        assertThat(api.delete(stranger, "/v1/tasks/" + taskId).status()).isEqualTo(404);
        assertThat(api.post(stranger, "/v1/tasks/" + taskId + "/extend", Map.of("places", 1))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(stranger, "/v1/tasks/" + taskId + "/preview").status())
                .isEqualTo(404);
        assertThat(api.get("", "/v1/tasks/" + taskId).status()).isEqualTo(401);
    }

    @Test
    void rendersFramesSandboxed() {
        var taskId = scene.openTask(scene.requester("RICH"), 1);
        var worker = Tokens.frame("AWORKER", "ASG1", Scene.SERVICE);
        var frame =
                api.get(worker, "/internal/frames/" + taskId + "?turkSubmitTo=http%3A%2F%2F127.0.0.1%3A1%2Fs%2Fcap");

        assertThat(frame.status()).isEqualTo(200);
        assertThat(frame.header("Content-Security-Policy"))
                .startsWith("sandbox ")
                .doesNotContain("allow-same-origin");
        assertThat(frame.text())
                .contains("<p>sky</p>", "action=\"http://127.0.0.1:1/s/cap/mturk/externalSubmit\"", "value=\"ASG1\"");
        var preview = api.get(Tokens.worker("AWORKER", Scene.SERVICE), "/v1/tasks/" + taskId + "/preview");
        assertThat(preview.text()).contains("value=\"ASSIGNMENT_ID_NOT_AVAILABLE\"");
    }

    private void assertField(String requester, String field, Map<String, Object> wrong) {
        var request = Scene.taskRequest(1);
        request.putAll(wrong);
        var answer = api.post(token(requester), "/v1/tasks", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
    }

    private String counters(String requester, String taskId) {
        var counters = scene.task(requester, taskId).path("counters");
        return List.of("available", "pending", "submitted", "approved", "rejected").stream()
                .map(name -> counters.path(name).asString())
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private long rowsOf(String requester) {
        var count = jdbc.queryForObject(
                "SELECT (SELECT count(*) FROM task WHERE requester_id = ?) + (SELECT count(*) FROM batch WHERE requester_id = ?)",
                Long.class,
                requester,
                requester);
        return count == null ? 0 : count;
    }
}
