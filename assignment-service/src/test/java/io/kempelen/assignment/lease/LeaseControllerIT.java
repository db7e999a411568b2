package io.kempelen.assignment.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.Eventually;
import io.kempelen.assignment.TaskFacts;
import io.kempelen.events.AccountSuspended;
import io.kempelen.events.AssignmentAccepted;
import io.kempelen.events.AssignmentReturned;
import io.kempelen.events.AssignmentSubmitted;
import io.kempelen.events.Comparator;
import io.kempelen.events.GuardedActions;
import io.kempelen.events.QualificationRequirement;
import io.kempelen.messaging.frame.Capability;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@KempelenTest
class LeaseControllerIT {

    private static final String SERVICE = "assignment-service";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe kafka;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Ids ids;

    private final String ada = Tokens.worker("AADA", SERVICE);
    private final String bob = Tokens.worker("ABOB", SERVICE);

    @Test
    void acceptsSubmitsAndTellsOfBoth() {
        var task = published(2, 3600);

        var accepted = api.post(ada, "/v1/worker/tasks/" + task + "/assignments", Map.of());
        assertThat(accepted.status()).isEqualTo(201);
        var id = accepted.json().get("assignmentId").asString();
        assertThat(accepted.json().get("taskId").asString()).isEqualTo(task);
        assertThat(accepted.header("Kempelen-Fence")).isNotBlank();
        checkFrame(accepted.json().get("frameUrl").asString(), id, task);

        var submitted = submit(ada, id, Map.of("answers", Map.of("animal", List.of("cat", "dog"))));
        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.json().get("status").asString()).isEqualTo("SUBMITTED");
        assertThat(submitted.json().hasNonNull("submittedAt")).isTrue();

        var told = kafka.awaitOne(
                TaskFacts.OWN_TOPIC,
                AssignmentSubmitted.class,
                event -> event.getAssignmentId().equals(id));
        assertThat(StandardCharsets.UTF_8.decode(told.getAnswer()).toString())
                .isEqualTo("{\"animal\":[\"cat\",\"dog\"]}");
        assertThat(told.getFundsId()).isEqualTo(task);
        assertThat(told.getReward().getMinorUnits()).isEqualTo(5);
        assertThat(kafka.awaitOne(
                                TaskFacts.OWN_TOPIC,
                                AssignmentAccepted.class,
                                event -> event.getAssignmentId().equals(id))
                        .getWorkerId())
                .isEqualTo("AADA");
    }

    @Test
    void refusesASecondAnswerKeepsItAndKnowsARepeatedOne() {
        var task = published(1, 3600);
        var id = accept(ada, task);
        var answer = Map.of("answers", Map.of("a", "first"));

        assertThat(submit(ada, id, answer).status()).isEqualTo(200);
        assertThat(submit(ada, id, answer).status()).isEqualTo(200);
        var second = submit(ada, id, Map.of("answers", Map.of("a", "second")));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("type").asString()).isEqualTo("/problems/already-submitted");
        var seen = api.get(ada, "/v1/worker/assignments/" + id).json();
        assertThat(seen.get("status").asString()).isEqualTo("SUBMITTED");
        assertThat(seen.get("draft").get("answers").get("a").get(0).asString()).isEqualTo("second");
        assertThat(seen.get("draft").get("reason").asString()).isEqualTo("already-submitted");
    }

    @Test
    void refusesALateAnswerAndKeepsIt() {
        var task = published(1, 0);
        var id = accept(ada, task);

        var late = submit(ada, id, Map.of("answers", Map.of("a", "late")));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("type").asString()).isEqualTo("/problems/deadline-passed");
        assertThat(api.get(ada, "/v1/worker/assignments/" + id)
                        .json()
                        .get("draft")
                        .get("answers")
                        .get("a")
                        .get(0)
                        .asString())
                .isEqualTo("late");
        Eventually.is("the place is free again", () -> Book.of(jdbc, task).equals(new Book(1, 0, 0)));
    }

    @Test
    void saysWhyAPlaceCannotBeHad() {
        var task = published(1, 3600);
        var id = accept(ada, task);

        var again = api.post(ada, "/v1/worker/tasks/" + task + "/assignments", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("type").asString()).isEqualTo("/problems/already-yours");
        assertThat(again.json().get("assignmentId").asString()).isEqualTo(id);
        var full = api.post(bob, "/v1/worker/tasks/" + task + "/assignments", Map.of());
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.json().get("type").asString()).isEqualTo("/problems/no-place-left");
        assertThat(api.post(bob, "/v1/worker/tasks/3NONE/assignments", Map.of()).status())
                .isEqualTo(404);
        var requester = Tokens.requester("AREQUESTER", SERVICE);
        assertThat(api.post(requester, "/v1/worker/tasks/" + task + "/assignments", Map.of())
                        .status())
                .isEqualTo(403);
        var own = Tokens.worker("AREQUESTER", SERVICE);
        assertThat(api.post(own, "/v1/worker/tasks/" + task + "/assignments", Map.of())
                        .json()
                        .get("type")
                        .asString())
                .isEqualTo("/problems/own-task");
    }

    @Test
    void namesTheQualificationThatIsMissing() {
        var requirement = new QualificationRequirement(
                "00000000000000000040", Comparator.GREATER_THAN, List.of(5), List.of(), GuardedActions.ACCEPT);
        var task = ids.next();
        Book.publish(kafka, jdbc, TaskFacts.published(task, "AREQUESTER", 1, 60, List.of(requirement)));

        var refused = api.post(ada, "/v1/worker/tasks/" + task + "/assignments", Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asString()).contains("Worker_NumberHITsApproved greater than 5");
    }

    @Test
    void letsNoSuspendedWorkerIn() {
        var task = published(1, 60);
        kafka.send("kempelen.accounts", "ASUSPENDED", new AccountSuspended("ASUSPENDED", TaskFacts.now()));
        Eventually.is(
                "the suspension is known",
                () -> !jdbc.queryForList("SELECT 1 FROM worker WHERE worker_id = 'ASUSPENDED' AND suspended")
                        .isEmpty());

        var refused =
                api.post(Tokens.worker("ASUSPENDED", SERVICE), "/v1/worker/tasks/" + task + "/assignments", Map.of());

        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/account-suspended");
    }

    @Test
    void takesAPlaceBackForAnotherWorker() {
        var task = published(1, 3600);
        var id = accept(ada, task);

        assertThat(api.post(bob, "/v1/worker/assignments/" + id + "/return", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(api.post(ada, "/v1/worker/assignments/" + id + "/return", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(api.post(ada, "/v1/worker/assignments/" + id + "/return", Map.of())
                        .status())
                .isEqualTo(204);

        accept(bob, task);
        assertThat(Book.of(jdbc, task)).isEqualTo(new Book(0, 1, 0));
        var told = kafka.await(
                TaskFacts.OWN_TOPIC,
                AssignmentReturned.class,
                1,
                event -> event.getAssignmentId().equals(id));
        assertThat(told)
                .hasSize(1)
                .allSatisfy(event -> assertThat(event.getPlaceReleased()).isFalse());
    }

    @Test
    void answersARepeatedRequestAsBefore() {
        var task = published(2, 3600);
        var path = "/v1/worker/tasks/" + task + "/assignments";
        var key = Map.of("Idempotency-Key", ids.next());

        var first = api.send(ada, "POST", path, "{}", "application/json", key);
        var second = api.send(ada, "POST", path, "{}", "application/json", key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() {
        var id = accept(ada, published(1, 3600));

        var refused = submit(ada, id, Map.of("answers", Map.of("a", "x".repeat(262144))));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().get("limit").asInt()).isEqualTo(262144);
    }

    @Test
    void showsAWorkerOwnAssignmentsOnly() {
        var worker = Tokens.worker("ALISTING", SERVICE);
        var first = accept(worker, published(1, 3600));
        var second = accept(worker, published(1, 3600));
        submit(worker, first, Map.of("answers", Map.of("a", "b")));

        var page = api.get(worker, "/v1/worker/assignments?limit=1").json();
        assertThat(page.get("items").get(0).get("assignmentId").asString()).isEqualTo(second);
        var next = api.get(
                        worker,
                        "/v1/worker/assignments?limit=1&cursor="
                                + page.get("nextCursor").asString())
                .json();
        assertThat(next.get("items").get(0).get("assignmentId").asString()).isEqualTo(first);
        assertThat(next.has("nextCursor")).isFalse();
        var submitted = api.get(worker, "/v1/worker/assignments?status=SUBMITTED")
                .json()
                .get("items");
        assertThat(submitted).hasSize(1);
        assertThat(submitted.get(0).get("reward").asString()).isEqualTo("0.05");
        assertThat(api.get(bob, "/v1/worker/assignments/" + first).status()).isEqualTo(404);
        assertThat(api.get(worker, "/v1/worker/assignments/" + second).json().hasNonNull("frameUrl"))
                .isTrue();
    }

    private void checkFrame(String frameUrl, String assignmentId, String task) {
        var path = URI.create(frameUrl).getPath().split("/", -1);
        var capability =
                Capability.verify("test frame key", path[2], Instant.EPOCH).orElseThrow();
        assertThat(capability.assignmentId()).isEqualTo(assignmentId);
        assertThat(capability.workerId()).isEqualTo("AADA");
        assertThat(path[3]).isEqualTo("frame");
        assertThat(URLDecoder.decode(frameUrl, StandardCharsets.UTF_8))
                .contains(
                        "assignmentId=" + assignmentId,
                        "hitId=" + task,
                        "turkSubmitTo=http://127.0.0.1:8080/s/" + path[2]);
    }

    private String published(int places, long duration) {
        var task = ids.next();
        Book.publish(kafka, jdbc, TaskFacts.published(task, places, duration));
        return task;
    }

    private String accept(String token, String task) {
        var answer = api.post(token, "/v1/worker/tasks/" + task + "/assignments", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("assignmentId").asString();
    }

    private TestApi.Answer submit(String token, String id, Object body) {
        return api.put(token, "/v1/worker/assignments/" + id + "/submission", body);
    }
}
