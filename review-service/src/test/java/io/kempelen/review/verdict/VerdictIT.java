package io.kempelen.review.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.DecidedBy;
import io.kempelen.messaging.testing.Tokens;
import io.kempelen.review.Facts;
import io.kempelen.review.ReviewIT;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictIT extends ReviewIT {

    private Facts task;
    private String requester;

    @BeforeEach
    void publish() {
        task = task();
        requester = requester(task);
        task.published(Facts.byRequester(false), 3);
    }

    @Test
    void approvesOnceAndSaysSo() {
        var id = task.submitted("cat", Facts.MONTH);
        awaitStatus(id, "SUBMITTED");

        var answer = api.post(requester, "/v1/assignments/" + id + "/approve", Map.of("feedback", "Fine."));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("status").asString()).isEqualTo("APPROVED");
        assertThat(answer.header("Kempelen-Fence")).isNotEmpty();

        var again = api.post(requester, "/v1/assignments/" + id + "/approve", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("type").asString()).isEqualTo("/problems/wrong-state");

        assertThat(published(AssignmentApproved.class, task)).singleElement().satisfies(event -> {
            assertThat(event.getAssignmentId()).isEqualTo(id);
            assertThat(event.getDecidedBy()).isEqualTo(DecidedBy.REQUESTER);
            assertThat(event.getReward().getMinorUnits()).isEqualTo(5);
            assertThat(event.getFee().getMinorUnits()).isEqualTo(1);
            assertThat(event.getNumber()).isEqualTo(2);
            assertThat(event.getFeedback()).isEqualTo("Fine.");
        });
    }

    @Test
    void answersARepeatedRequestAsTheFirst() {
        var id = task.submitted("cat", Facts.MONTH);
        awaitStatus(id, "SUBMITTED");
        var key = Map.of("Idempotency-Key", "approve-" + id);
        var path = "/v1/assignments/" + id + "/approve";

        var first = api.send(requester, "POST", path, "{}", "application/json", key);
        var second = api.send(requester, "POST", path, "{}", "application/json", key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void rejectsWithWordsOnly() {
        var id = task.submitted("cat", Facts.MONTH);
        awaitStatus(id, "SUBMITTED");

        assertThat(api.post(requester, "/v1/assignments/" + id + "/reject", Map.of("feedback", " "))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(requester, "/v1/assignments/" + id + "/reject", Map.of("feedback", "x".repeat(1025)))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(requester, "/v1/assignments/" + id + "/reject", Map.of("feedback", "Wrong."))
                        .status())
                .isEqualTo(200);
        assertThat(published(AssignmentRejected.class, task))
                .singleElement()
                .satisfies(event -> assertThat(event.getFeedback()).isEqualTo("Wrong."));
        var approval = api.post(requester, "/v1/assignments/" + id + "/approve", Map.of());
        assertThat(approval.status()).isEqualTo(409);
    }

    @Test
    void approvesManyAndTellsTheOthersApart() {
        var good = task.submitted("cat", Facts.MONTH);
        var done = task.submitted("cat", Facts.MONTH);
        var open = task.accepted("AWORKERX");
        awaitStatus(done, "SUBMITTED");
        api.post(requester, "/v1/assignments/" + done + "/approve", Map.of());
        until(() -> !jdbc.queryForList("SELECT 1 FROM working WHERE assignment_id = ?", open)
                .isEmpty());

        var answer = api.post(
                requester, "/v1/assignments/approve", Map.of("ids", List.of(good, done, open, "3NOBODYS", good)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("approved").valueStream().map(node -> node.asString()))
                .containsExactly(good);
        assertThat(answer.json()
                        .get("refused")
                        .valueStream()
                        .map(node -> node.get("type").asString()))
                .containsExactly("/problems/wrong-state", "/problems/wrong-state", "/problems/not-found");
    }

    @Test
    void hidesSomebodyElsesWork() {
        var id = task.submitted("cat", Facts.MONTH);
        awaitStatus(id, "SUBMITTED");
        var stranger = Tokens.requester("ASTRANGER", SERVICE);

        assertThat(api.get(stranger, "/v1/assignments/" + id).status()).isEqualTo(404);
        assertThat(api.get(stranger, "/v1/tasks/" + task.taskId + "/assignments")
                        .status())
                .isEqualTo(404);
        assertThat(api.get(stranger, "/v1/tasks/" + task.taskId + "/result").status())
                .isEqualTo(404);
        assertThat(api.post(stranger, "/v1/assignments/" + id + "/approve", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(api.post(stranger, "/v1/assignments/" + id + "/approve", Map.of("overrideRejection", true))
                        .status())
                .isEqualTo(404);
        assertThat(api.post(stranger, "/v1/assignments/" + id + "/reject", Map.of("feedback", "No."))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(Tokens.worker("ASTRANGER", SERVICE), "/v1/worker/assignments/" + id + "/explanation")
                        .status())
                .isEqualTo(404);
        assertThat(api.get(worker(id), "/v1/assignments/" + id).status()).isEqualTo(403);
        assertThat(api.get("", "/v1/assignments/" + id).status()).isEqualTo(401);
        assertThat(status(id)).isEqualTo("SUBMITTED");
    }

    @Test
    void listsAnswersInPagesByStatus() {
        var ids = List.of(
                task.submitted("cat", Facts.MONTH), task.submitted("dog", Facts.MONTH), task.submitted("cow", 0));
        awaitStatus(ids.getLast(), "APPROVED");
        awaitStatus(ids.get(1), "SUBMITTED");
        var path = "/v1/tasks/" + task.taskId + "/assignments";

        var first = api.get(requester, path + "?limit=2").json();
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("items").get(0).get("answers").get("label").get(0).asString())
                .isEqualTo("cat");
        assertThat(first.get("items").get(0).get("reward").asString()).isEqualTo("0.05");
        var second = api.get(
                        requester,
                        path + "?limit=2&cursor=" + first.get("nextCursor").asString())
                .json();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(api.get(requester, path + "?status=approved").json().get("items"))
                .hasSize(1);
        assertThat(api.get(requester, path + "?status=nonsense").status()).isEqualTo(422);
        assertThat(api.get(requester, path + "?limit=0").status()).isEqualTo(422);
        assertThat(api.get(requester, path + "?cursor=!!").status()).isEqualTo(422);
    }

    @Test
    void explainsItselfToTheWorkerFromTheStart() {
        var open = task.accepted("AWORKERY");
        until(() -> !jdbc.queryForList("SELECT 1 FROM working WHERE assignment_id = ?", open)
                .isEmpty());
        until(() -> api.get(Tokens.worker("AWORKERY", SERVICE), "/v1/worker/assignments/" + open + "/explanation")
                .json()
                .has("review"));
        var before = api.get(Tokens.worker("AWORKERY", SERVICE), "/v1/worker/assignments/" + open + "/explanation")
                .json();
        assertThat(before.get("review").get("policy").asString()).isEqualTo("requester");
        assertThat(before.get("verdict").get("status").asString()).isEqualTo("ACCEPTED");

        var id = task.submitted("cat", Facts.MONTH);
        awaitStatus(id, "SUBMITTED");
        api.post(requester, "/v1/assignments/" + id + "/reject", Map.of("feedback", "Not a cat."));
        var verdict =
                api.get(worker(id), "/v1/worker/assignments/" + id + "/verdict").json();
        assertThat(verdict.get("reason").asString()).isEqualTo("REQUESTER");
        assertThat(verdict.get("feedback").asString()).isEqualTo("Not a cat.");
    }
}
