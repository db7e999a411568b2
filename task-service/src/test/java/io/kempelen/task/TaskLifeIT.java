package io.kempelen.task;

import static io.kempelen.task.Scene.token;
import static io.kempelen.task.Scene.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.FundsAsked;
import io.kempelen.events.FundsWithdrawn;
import io.kempelen.events.TaskCompleted;
import io.kempelen.events.TaskPublished;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class TaskLifeIT {

    private static final String TASKS = "kempelen.tasks";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private Scene scene;

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
        assertThat(answer.header("Kempelen-Fence").split(",")).hasSizeGreaterThan(1);
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
        assertThat(scene.rowsOf(requester)).isZero();
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
        assertThat(scene.rowsOf(requester)).isZero();
        assertThat(probe.all(TASKS))
                .noneMatch(seen -> seen.event() instanceof TaskPublished event
                        && event.getRequesterId().equals(requester));
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
                    () -> scene.counters(requester, taskId).equals("0 0 0 1 1"));
            assertThat(scene.task(requester, taskId).path("status").asString()).isEqualTo("REVIEWABLE");
        }
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
}
