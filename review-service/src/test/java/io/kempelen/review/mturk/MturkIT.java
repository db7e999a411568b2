package io.kempelen.review.mturk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import io.kempelen.review.Facts;
import io.kempelen.review.ReviewIT;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MturkIT extends ReviewIT {

    private static final String CODE = "AWS.MechanicalTurk.";

    private Facts task;

    @BeforeEach
    void publish() {
        task = task();
        task.published(Facts.byRequester(false), 5);
    }

    @Test
    void handsAnAssignmentOutInMturksShape() {
        var id = task.submitted("cat", Facts.MONTH);
        awaitStatus(id, "SUBMITTED");
        until(() -> call("GetAssignment", Map.of("AssignmentId", id)).json().has("HIT"));

        var json = call("GetAssignment", Map.of("AssignmentId", id)).json();
        var assignment = json.get("Assignment");
        assertThat(assignment.get("AssignmentStatus").asString()).isEqualTo("Submitted");
        assertThat(assignment.get("SubmitTime").isNumber()).isTrue();
        assertThat(assignment.get("AutoApprovalTime").asDouble()
                        - assignment.get("SubmitTime").asDouble())
                .isEqualTo(Facts.MONTH);
        assertThat(assignment.get("Deadline").asDouble()
                        - assignment.get("AcceptTime").asDouble())
                .isEqualTo(600);
        assertThat(assignment.get("Answer").asString())
                .contains("<QuestionIdentifier>label</QuestionIdentifier>", "<FreeText>cat</FreeText>")
                .contains("<FreeText>a|b</FreeText>");
        assertThat(assignment.has("ApprovalTime")).isFalse();
        assertThat(assignment.has("RequesterFeedback")).isFalse();
        assertThat(json.get("HIT").get("Reward").asString()).isEqualTo("0.05");
        assertThat(json.get("HIT").get("MaxAssignments").asInt()).isEqualTo(5);
    }

    @Test
    void approvesWithAnEmptyAnswerAndRefusesTheSecondTime() {
        var id = task.submitted("cat", Facts.MONTH);
        awaitStatus(id, "SUBMITTED");

        var done = call("ApproveAssignment", Map.of("AssignmentId", id, "RequesterFeedback", "Thanks"));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.text()).isEqualTo("{}");
        refused(
                call("ApproveAssignment", Map.of("AssignmentId", id)),
                "InvalidAssignmentState",
                "This operation can be called with a status of: Submitted (");
        refused(
                call("RejectAssignment", Map.of("AssignmentId", id, "RequesterFeedback", "")),
                "InvalidAssignmentState",
                "This operation can be called with a status of: Submitted (");
        var assignment =
                call("GetAssignment", Map.of("AssignmentId", id)).json().get("Assignment");
        assertThat(assignment.get("AssignmentStatus").asString()).isEqualTo("Approved");
        assertThat(assignment.get("RequesterFeedback").asString()).isEqualTo("Thanks");
        assertThat(assignment.has("ApprovalTime")).isTrue();
    }

    @Test
    void rejectsWithEmptyWordsToo() {
        var id = task.submitted("cat", Facts.MONTH);
        awaitStatus(id, "SUBMITTED");

        assertThat(call("RejectAssignment", Map.of("AssignmentId", id)).status())
                .isEqualTo(400);
        assertThat(call("RejectAssignment", Map.of("AssignmentId", id, "RequesterFeedback", ""))
                        .status())
                .isEqualTo(200);
        var assignment =
                call("GetAssignment", Map.of("AssignmentId", id)).json().get("Assignment");
        assertThat(assignment.has("RejectionTime")).isTrue();
    }

    @Test
    void refusesWhatIsUnknownForeignOrStillBeingWorkedOn() {
        refused(
                call("ApproveAssignment", Map.of("AssignmentId", "3NOBODYS")),
                "AssignmentDoesNotExist",
                "Assignment 3NOBODYS does not exist. (");
        refused(
                call("ListAssignmentsForHIT", Map.of("HITId", "3NOTHING")),
                "HITDoesNotExist",
                "Hit 3NOTHING does not exist. (");
        var id = task.submitted("cat", Facts.MONTH);
        awaitStatus(id, "SUBMITTED");
        var stranger = api.post(
                Tokens.requester("ASTRANGER", SERVICE), "/internal/mturk/GetAssignment", Map.of("AssignmentId", id));
        refused(stranger, "AssignmentDoesNotExist", "Assignment " + id + " does not exist. (");

        var open = task.accepted("AWORKERZ");
        until(() -> !jdbc.queryForList("SELECT 1 FROM working WHERE assignment_id = ?", open)
                .isEmpty());
        refused(
                call("GetAssignment", Map.of("AssignmentId", open)),
                "InvalidAssignmentState",
                "This operation can be called with a status of: Reviewable,Approved,Rejected (");
        refused(
                call("ApproveAssignment", Map.of("AssignmentId", open)),
                "InvalidAssignmentState",
                "This operation can be called with a status of: Submitted (");
    }

    @Test
    void listsInPagesByStatus() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) ids.add(task.submitted("cat", i < 2 ? 0 : Facts.MONTH));
        ids.forEach(id -> until(() -> !status(id).isEmpty()));

        var seen = new ArrayList<String>();
        var token = "";
        do {
            var input = new HashMap<String, Object>(Map.of("HITId", task.taskId, "MaxResults", 2));
            if (!token.isEmpty()) input.put("NextToken", token);
            var page = call("ListAssignmentsForHIT", input).json();
            assertThat(page.get("NumResults").asInt())
                    .isEqualTo(page.get("Assignments").size());
            page.get("Assignments")
                    .valueStream()
                    .forEach(node -> seen.add(node.get("AssignmentId").asString()));
            token = page.has("NextToken") ? page.get("NextToken").asString() : "";
        } while (!token.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);

        var approved =
                call("ListAssignmentsForHIT", Map.of("HITId", task.taskId, "AssignmentStatuses", List.of("Approved")));
        assertThat(approved.json().get("NumResults").asInt()).isEqualTo(2);
        assertThat(call("ListAssignmentsForHIT", Map.of("HITId", task.taskId, "MaxResults", 101))
                        .status())
                .isEqualTo(400);
        assertThat(call("ListAssignmentsForHIT", Map.of("HITId", task.taskId, "NextToken", "?"))
                        .status())
                .isEqualTo(400);
    }

    private TestApi.Answer call(String operation, Map<String, ?> input) {
        return api.post(requester(task), "/internal/mturk/" + operation, input);
    }

    private static void refused(TestApi.Answer answer, String code, String message) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("__type").asString()).isEqualTo("RequestError");
        assertThat(answer.json().get("TurkErrorCode").asString()).isEqualTo(CODE + code);
        assertThat(answer.json().get("Message").asString()).startsWith(message);
    }
}
