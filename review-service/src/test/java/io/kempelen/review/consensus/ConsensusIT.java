package io.kempelen.review.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.AnswersWanted;
import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.DecidedBy;
import io.kempelen.events.Dissent;
import io.kempelen.events.ExtensionReason;
import io.kempelen.events.RejectionReason;
import io.kempelen.events.ResultDecided;
import io.kempelen.review.Facts;
import io.kempelen.review.ReviewIT;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsensusIT extends ReviewIT {

    @Test
    void judgesByMajorityAndTellsTheResult() {
        var task = task();
        task.published(Facts.byMajority(Dissent.REJECT, false), 3);
        var dog = task.submitted("dog", Facts.MONTH);
        var cat = task.submitted("cat", Facts.MONTH);
        var other = task.submitted(" cat ", Facts.MONTH);

        awaitStatus(cat, "APPROVED");
        awaitStatus(other, "APPROVED");
        awaitStatus(dog, "REJECTED");
        assertThat(published(AssignmentApproved.class, task))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getDecidedBy()).isEqualTo(DecidedBy.POLICY));
        assertThat(published(AssignmentRejected.class, task)).singleElement().satisfies(event -> {
            assertThat(event.getReason()).isEqualTo(RejectionReason.CONTRADICTED_BY_CONSENSUS);
            assertThat(event.getFeedback()).contains("2 of 3 answers (67 %)");
        });
        assertThat(published(ResultDecided.class, task)).singleElement().satisfies(event -> {
            assertThat(StandardCharsets.UTF_8
                            .decode(event.getLabel().duplicate())
                            .toString())
                    .isEqualTo("{\"label\":[\"cat\"]}");
            assertThat(event.getConfidence()).isEqualTo(2.0 / 3);
            assertThat(event.getAnswersUsed()).isEqualTo(3);
            assertThat(event.getNumber()).isEqualTo(3);
        });
        var result =
                api.get(requester(task), "/v1/tasks/" + task.taskId + "/result").json();
        assertThat(result.get("label").get("label").get(0).asString()).isEqualTo("cat");
        assertThat(result.get("settled").asBoolean()).isTrue();
        var evidence = api.get(worker(dog), "/v1/worker/assignments/" + dog + "/explanation")
                .json();
        assertThat(evidence.get("evidence").get("agreeing").asInt()).isEqualTo(2);
        assertThat(evidence.get("evidence").get("yours").asBoolean()).isFalse();
        assertThat(evidence.get("rules")).hasSizeGreaterThan(4);
    }

    @Test
    void keepsAnswersThatComeBeforeTheirTask() {
        var task = task();
        var ids = List.of(task.submitted("cat", Facts.MONTH), task.submitted("cat", Facts.MONTH));
        ids.forEach(id -> awaitStatus(id, "SUBMITTED"));

        task.published(Facts.byMajority(Dissent.WAIT, false), 3);

        ids.forEach(id -> awaitStatus(id, "APPROVED"));
        assertThat(published(ResultDecided.class, task)).hasSize(1);
    }

    @Test
    void wantsOneAnswerForEachRejectionEvenOneBeforeItsTask() {
        var task = task();
        var early = task.submitted("cat", Facts.MONTH);
        awaitStatus(early, "SUBMITTED");
        api.post(requester(task), "/v1/assignments/" + early + "/reject", Map.of("feedback", "No."));
        task.published(Facts.byRequester(true), 2);
        until(() -> published(AnswersWanted.class, task).size() == 1);

        var late = task.submitted("dog", Facts.MONTH);
        awaitStatus(late, "SUBMITTED");
        api.post(requester(task), "/v1/assignments/" + late + "/reject", Map.of("feedback", "No."));
        api.post(requester(task), "/v1/assignments/" + late + "/reject", Map.of("feedback", "No."));

        assertThat(published(AnswersWanted.class, task))
                .extracting(AnswersWanted::getWantId)
                .containsExactly(early, late);
        assertThat(published(AnswersWanted.class, task))
                .allSatisfy(event -> assertThat(event.getCount()).isEqualTo(1));
    }

    @Test
    void keepsTheResultWhenAPlaceIsReplacedAndLooksAgainWhenOneIsAdded() {
        var task = task();
        task.published(Facts.byMajority(Dissent.REJECT, true), 3);
        var dog = task.submitted("dog", Facts.MONTH);
        task.submitted("cat", Facts.MONTH);
        task.submitted("cat", Facts.MONTH);
        awaitStatus(dog, "REJECTED");
        assertThat(published(AnswersWanted.class, task)).hasSize(1);

        task.extended(1, 4, ExtensionReason.REJECTED);
        awaitPlaces(task, 4);
        awaitStatus(task.submitted("cat", Facts.MONTH), "APPROVED");

        task.extended(4, 8, ExtensionReason.REQUESTER);
        awaitPlaces(task, 8);
        var cat = task.submitted("cat", Facts.MONTH);
        awaitStatus(cat, "APPROVED");
    }

    @Test
    void judgesThousandsThatWaitedAStretchAtATime() {
        var task = task();
        task.published(Facts.byMajority(Dissent.APPROVE, false), 3000);
        var ids = new ArrayList<String>();
        var now = Facts.now();
        for (int i = 0; i < 1600; i++) {
            var id = "3LONG%025d".formatted(i) + task.taskId.substring(24);
            ids.add(id);
            var event = task.submission(id, i % 20 == 0 ? "dog" + i : "cat", Facts.MONTH, now);
            probe.send(Facts.ASSIGNMENTS, task.taskId, event);
        }
        until(() -> counted(task, "approved") == ids.size());
        assertThat(published(AssignmentApproved.class, task))
                .extracting(AssignmentApproved::getAssignmentId)
                .doesNotHaveDuplicates()
                .hasSize(ids.size());
        assertThat(counted(task, "answered")).isEqualTo(ids.size());
        assertThat(counted(task, "last_number")).isEqualTo(2 * ids.size());
    }

    private void awaitPlaces(Facts task, int places) {
        until(() -> counted(task, "places") == places);
    }

    private int counted(Facts task, String column) {
        return jdbc
                .queryForList("SELECT " + column + "::int FROM docket WHERE task_id = ?", Integer.class, task.taskId)
                .stream()
                .findFirst()
                .orElse(0);
    }
}
