package io.kempelen.task;

import static io.kempelen.task.Scene.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.TaskExpirationChanged;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@TaskServiceTest
class MturkIT {

    static final String QUESTION =
            "<ExternalQuestion xmlns=\"http://mechanicalturk.amazonaws.com/AWSMechanicalTurkDataSchemas/2006-07-14/"
                    + "ExternalQuestion.xsd\"><ExternalURL>https://example.org/task?a=1&amp;b=2</ExternalURL><FrameHeight>600</FrameHeight></ExternalQuestion>";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private Scene scene;

    @Test
    void createsAHitThatGetHitShowsUnchanged() {
        var requester = scene.requester("RICH");
        var made = call(requester, "CreateHIT", hit(3)).json();
        var hit = made.path("HIT");

        assertThat(hit.path("HITId").asString()).matches("3[A-Z0-9]{29}");
        assertThat(hit.path("HITGroupId").asString()).matches("3[A-Z0-9]{29}");
        assertThat(hit.path("HITStatus").asString()).isEqualTo("Assignable");
        assertThat(hit.path("NumberOfAssignmentsAvailable").asInt()).isEqualTo(3);
        assertThat(hit.path("AutoApprovalDelayInSeconds").asInt()).isEqualTo(2_592_000);
        assertThat(hit.path("Expiration")
                        .decimalValue()
                        .subtract(hit.path("CreationTime").decimalValue())
                        .intValueExact())
                .isEqualTo(3600);
        assertThat(hit.path("QualificationRequirements")
                        .path(0)
                        .path("ActionsGuarded")
                        .asString())
                .isEqualTo("Accept");
        assertThat(hit.path("QualificationRequirements")
                        .path(0)
                        .path("RequiredToPreview")
                        .asBoolean())
                .isFalse();
        assertThat(hit.path("Question").asString()).isEqualTo(QUESTION);
        assertThat(call(requester, "GetHIT", Map.of("HITId", hit.path("HITId").asString()))
                        .json())
                .isEqualTo(made);
    }

    @Test
    void findsTheTypeOfEqualProperties() {
        var requester = scene.requester("RICH");
        var first = call(requester, "CreateHITType", type("0.05")).json();

        assertThat(call(requester, "CreateHITType", type("0.05")).json()).isEqualTo(first);
        var withDefault = type("0.05");
        withDefault.put("AutoApprovalDelayInSeconds", 2_592_000);
        assertThat(call(requester, "CreateHITType", withDefault).json()).isEqualTo(first);
        assertThat(call(requester, "CreateHITType", type("0.06")).json()).isNotEqualTo(first);
        var hit = call(
                requester,
                "CreateHITWithHITType",
                Map.of(
                        "HITTypeId",
                        first.path("HITTypeId").asString(),
                        "LifetimeInSeconds",
                        3600,
                        "Question",
                        QUESTION));
        assertThat(hit.json().path("HIT").path("HITTypeId")).isEqualTo(first.path("HITTypeId"));
    }

    @Test
    void remembersRequestTokens() {
        var requester = scene.requester("RICH");
        var request = hit(1);
        request.put("UniqueRequestToken", "tok-1");
        var first = call(requester, "CreateHIT", request)
                .json()
                .path("HIT")
                .path("HITId")
                .asString();

        assertError(
                call(requester, "CreateHIT", request),
                "RequestError",
                "HITAlreadyExists",
                "The HIT with ID \"" + first + "\" already exists.");
        assertThat(call(requester, "ListHITs", Map.of())
                        .json()
                        .path("NumResults")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void freesTheTokenOfARequestThatCameToNothing() {
        var poor = scene.requester("POOR");
        var request = hit(1);
        request.put("UniqueRequestToken", "tok-1");

        assertError(
                call(poor, "CreateHIT", request),
                "RequestError",
                "InsufficientFunds",
                "This Requester has insufficient funds in their account");
        assertError(
                call(poor, "CreateHIT", request),
                "RequestError",
                "InsufficientFunds",
                "This Requester has insufficient funds in their account");
        assertThat(call(poor, "ListHITs", Map.of()).json().path("NumResults").asInt())
                .isZero();
        var forgotten = scene.requester("FORGOTTEN");
        assertThat(call(forgotten, "CreateHIT", request).status()).isEqualTo(500);
        assertThat(call(forgotten, "CreateHIT", request).status()).isEqualTo(500);
    }

    @Test
    void listsPagesWithoutDoubles() {
        var requester = scene.requester("RICH");
        for (int i = 0; i < 5; i++) call(requester, "CreateHIT", hit(1));
        var first = call(requester, "ListHITs", Map.of("MaxResults", 2)).json();
        var second = call(
                        requester,
                        "ListHITs",
                        Map.of(
                                "MaxResults",
                                2,
                                "NextToken",
                                first.path("NextToken").asString()))
                .json();
        var third = call(
                        requester,
                        "ListHITs",
                        Map.of(
                                "MaxResults",
                                2,
                                "NextToken",
                                second.path("NextToken").asString()))
                .json();

        assertThat(List.of(first, second, third))
                .extracting(page -> page.path("NumResults").asInt())
                .containsExactly(2, 2, 1);
        assertThat(third.has("NextToken")).isFalse();
    }

    @Test
    void expiresThenDeletesAtOnce() {
        var requester = scene.requester("RICH");
        var hitId = call(requester, "CreateHIT", hit(2))
                .json()
                .path("HIT")
                .path("HITId")
                .asString();
        assertError(
                call(requester, "DeleteHIT", Map.of("HITId", hitId)),
                "RequestError",
                "InvalidHITState",
                "This HIT is currently in the state 'Assignable'.  This operation can be called with a status of: Reviewing, Reviewable");
        Thread.ofVirtual().start(() -> {
            probe.awaitOne(
                    "kempelen.tasks",
                    TaskExpirationChanged.class,
                    event -> event.getTaskId().equals(hitId));
            probe.send("kempelen.assignments", hitId, scene.closed(requester, hitId, 1, 2));
        });

        assertThat(call(requester, "UpdateExpirationForHIT", Map.of("HITId", hitId, "ExpireAt", 0))
                        .text())
                .isEqualTo("{}");
        assertThat(call(requester, "ListReviewableHITs", Map.of())
                        .json()
                        .path("NumResults")
                        .asInt())
                .isEqualTo(1);
        assertThat(call(requester, "DeleteHIT", Map.of("HITId", hitId)).text()).isEqualTo("{}");
        assertError(
                call(requester, "DeleteHIT", Map.of("HITId", hitId)),
                "RequestError",
                "InvalidHITState",
                "This HIT is currently in the state 'Disposed'.");
        assertThat(call(requester, "GetHIT", Map.of("HITId", hitId))
                        .json()
                        .path("HIT")
                        .path("HITStatus")
                        .asString())
                .isEqualTo("Disposed");
    }

    @Test
    void saysWhatIsWrong() {
        var requester = scene.requester("RICH");
        assertError(
                call(requester, "GetHIT", Map.of("HITId", "3NOSUCH")),
                "RequestError",
                "HITDoesNotExist",
                "Hit 3NOSUCH does not exist.");
        var tooLong = hit(1);
        tooLong.put("LifetimeInSeconds", 1);
        assertThat(call(requester, "CreateHIT", tooLong).json().path("__type").asString())
                .isEqualTo("ParameterValidationError");
        var bad = hit(1);
        bad.put("Question", "<broken");
        assertThat(call(requester, "CreateHIT", bad).json().path("Message").asString())
                .startsWith("There was an error parsing the XML question");
        var nine = call(requester, "CreateHIT", hit(9))
                .json()
                .path("HIT")
                .path("HITId")
                .asString();
        assertError(
                call(
                        requester,
                        "CreateAdditionalAssignmentsForHIT",
                        Map.of("HITId", nine, "NumberOfAdditionalAssignments", 1)),
                "RequestError",
                "InvalidMaximumAssignmentsIncrease",
                "This HIT was created with 9");
        var ten = call(requester, "CreateHIT", hit(10))
                .json()
                .path("HIT")
                .path("HITId")
                .asString();
        assertThat(call(
                                requester,
                                "CreateAdditionalAssignmentsForHIT",
                                Map.of("HITId", ten, "NumberOfAdditionalAssignments", 5))
                        .text())
                .isEqualTo("{}");
        assertThat(call(requester, "GetHIT", Map.of("HITId", ten))
                        .json()
                        .path("HIT")
                        .path("MaxAssignments")
                        .asInt())
                .isEqualTo(15);
    }

    private TestApi.Answer call(String requester, String operation, Map<String, ?> input) {
        return api.post(token(requester), "/internal/mturk/" + operation, input);
    }

    private static void assertError(TestApi.Answer answer, String type, String code, String message) {
        JsonNode body = answer.json();
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(body.path("__type").asString()).isEqualTo(type);
        assertThat(body.path("TurkErrorCode").asString()).isEqualTo("AWS.MechanicalTurk." + code);
        assertThat(body.path("Message").asString()).startsWith(message);
    }

    private static Map<String, Object> type(String reward) {
        var type = new LinkedHashMap<String, Object>();
        type.put("Title", "Tag the image – é");
        type.put("Description", "Pick a label");
        type.put("Keywords", "image, tag");
        type.put("Reward", reward);
        type.put("AssignmentDurationInSeconds", 600);
        type.put(
                "QualificationRequirements",
                List.of(Map.of(
                        "QualificationTypeId",
                        "000000000000000000L0",
                        "Comparator",
                        "GreaterThanOrEqualTo",
                        "IntegerValues",
                        List.of(95))));
        return type;
    }

    private static Map<String, Object> hit(int places) {
        var hit = type("0.05");
        hit.put("LifetimeInSeconds", 3600);
        hit.put("MaxAssignments", places);
        hit.put("Question", QUESTION);
        return hit;
    }
}
