package io.kempelen.assignment.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.Eventually;
import io.kempelen.assignment.TaskFacts;
import io.kempelen.events.Comparator;
import io.kempelen.events.GuardedActions;
import io.kempelen.events.QualificationGranted;
import io.kempelen.events.QualificationRequested;
import io.kempelen.events.QualificationRequirement;
import io.kempelen.events.QualificationRevoked;
import io.kempelen.events.QualificationTypeCreated;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@KempelenTest
class QualificationIT {

    private static final String SERVICE = "assignment-service";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe kafka;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Ids ids;

    private final String requester = Tokens.requester("AQUALIFIER", SERVICE);
    private final String stranger = Tokens.requester("ASTRANGER", SERVICE);
    private final String worker = Tokens.worker("AQUALIFIED", SERVICE);

    @Test
    void letsInWhoHoldsItAndBindsLaterAcceptsOnly() {
        var type = create(Map.of("name", "Labels " + ids.next(), "description", "d"));
        var requirement = new QualificationRequirement(
                type, Comparator.GREATER_THAN_OR_EQUAL_TO, List.of(80), List.of(), GuardedActions.ACCEPT);
        var task = ids.next();
        kafka.send(TaskFacts.TOPIC, task, TaskFacts.published(task, "AREQUESTER", 5, 60, List.of(requirement)));
        Eventually.is(
                "known",
                () -> !jdbc.queryForList("SELECT 1 FROM task WHERE task_id = ?", task)
                        .isEmpty());
        var accept = "/v1/worker/tasks/" + task + "/assignments";

        assertThat(api.post(worker, accept, Map.of()).status()).isEqualTo(403);
        grant(type, 79);
        assertThat(api.post(worker, accept, Map.of()).status()).isEqualTo(403);
        grant(type, 80);
        var accepted = api.post(worker, accept, Map.of());
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(api.delete(requester, "/v1/qualification-types/" + type + "/workers/AQUALIFIED")
                        .status())
                .isEqualTo(204);
        assertThat(api.delete(requester, "/v1/qualification-types/" + type + "/workers/AQUALIFIED")
                        .status())
                .isEqualTo(404);
        var submission =
                "/v1/worker/assignments/" + accepted.json().get("assignmentId").asString() + "/submission";
        assertThat(api.put(worker, submission, Map.of("answers", Map.of("a", "b")))
                        .status())
                .isEqualTo(200);

        assertThat(kafka.await(
                        TaskFacts.OWN_TOPIC,
                        QualificationGranted.class,
                        2,
                        event -> event.getQualificationTypeId().equals(type)))
                .extracting(QualificationGranted::getValue)
                .containsExactly(79, 80);
        assertThat(kafka.await(
                        TaskFacts.OWN_TOPIC,
                        QualificationRevoked.class,
                        1,
                        event -> event.getQualificationTypeId().equals(type)))
                .hasSize(1);
        assertThat(kafka.await(
                        TaskFacts.OWN_TOPIC,
                        QualificationTypeCreated.class,
                        1,
                        event -> event.getQualificationTypeId().equals(type)))
                .hasSize(1);
    }

    @Test
    void saysNothingNewTwice() {
        var type = create(Map.of("name", "Twice " + ids.next()));
        grant(type, 3);
        grant(type, 3);

        assertThat(kafka.await(
                        TaskFacts.OWN_TOPIC,
                        QualificationGranted.class,
                        1,
                        event -> event.getQualificationTypeId().equals(type)))
                .hasSize(1);
    }

    @Test
    void answersRequestsByHand() {
        var type = create(Map.of("name", "By hand " + ids.next(), "retryDelaySeconds", 0));
        var path = "/v1/worker/qualification-types/" + type + "/requests";

        var asked = api.post(worker, path, Map.of());
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().get("status").asString()).isEqualTo("PENDING");
        var request = asked.json().get("qualificationRequestId").asString();
        assertThat(api.post(worker, path, Map.of()).json().get("type").asString())
                .isEqualTo("/problems/already-requested");
        assertThat(api.get(requester, "/v1/qualification-requests?qualificationTypeId=" + type)
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(api.get(stranger, "/v1/qualification-requests").json().get("items"))
                .isEmpty();
        assertThat(api.post(stranger, "/v1/qualification-requests/" + request + "/grant", Map.of())
                        .status())
                .isEqualTo(404);

        assertThat(api.post(requester, "/v1/qualification-requests/" + request + "/reject", Map.of("reason", "no"))
                        .status())
                .isEqualTo(200);
        assertThat(api.post(requester, "/v1/qualification-requests/" + request + "/grant", Map.of())
                        .status())
                .isEqualTo(409);
        var again = api.post(worker, path, Map.of())
                .json()
                .get("qualificationRequestId")
                .asString();
        assertThat(api.post(requester, "/v1/qualification-requests/" + again + "/grant", Map.of("value", 9))
                        .status())
                .isEqualTo(200);
        assertThat(api.post(worker, path, Map.of()).json().get("type").asString())
                .isEqualTo("/problems/already-held");
        var held = api.get(requester, "/v1/qualification-types/" + type + "/workers")
                .json()
                .get("items");
        assertThat(held.get(0).get("value").asInt()).isEqualTo(9);
        assertThat(kafka.await(
                        TaskFacts.OWN_TOPIC,
                        QualificationRequested.class,
                        2,
                        event -> event.getQualificationTypeId().equals(type)))
                .hasSize(2);
    }

    @Test
    void grantsAtOnceWhereTheTypeSaysSo() {
        var type = create(Map.of("name", "At once " + ids.next(), "autoGranted", true, "autoGrantedValue", 42));

        var asked = api.post(worker, "/v1/worker/qualification-types/" + type + "/requests", Map.of());

        assertThat(asked.json().get("status").asString()).isEqualTo("GRANTED");
        assertThat(asked.json().get("value").asInt()).isEqualTo(42);
        assertThat(api.get(worker, "/v1/worker/qualifications?limit=100").text())
                .contains(type);
    }

    @Test
    void keepsRequestersApart() {
        var name = "Mine " + ids.next();
        var type = create(Map.of("name", name));

        var same = api.post(requester, "/v1/qualification-types", Map.of("name", name));
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.json().get("detail").asString()).startsWith("You have already created");
        assertThat(api.post(stranger, "/v1/qualification-types", Map.of("name", name))
                        .status())
                .isEqualTo(201);
        assertThat(api.get(stranger, "/v1/qualification-types/" + type).status())
                .isEqualTo(404);
        assertThat(api.put(stranger, "/v1/qualification-types/" + type + "/workers/AX", Map.of("value", 1))
                        .status())
                .isEqualTo(404);
        assertThat(api.delete(requester, "/v1/qualification-types/" + type).status())
                .isEqualTo(204);
        assertThat(api.get(requester, "/v1/qualification-types/" + type).status())
                .isEqualTo(404);
        assertThat(api.post(requester, "/v1/qualification-types", Map.of("name", name))
                        .status())
                .isEqualTo(201);
        assertThat(api.get(requester, "/v1/qualification-types?search=MINE")
                        .json()
                        .get("items"))
                .isNotEmpty();
        assertThat(api.post(requester, "/v1/qualification-types", Map.of("description", "nameless"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void leavesMastersToOperators() {
        var path = "/v1/qualification-types/2F1QJWKUDD8XADTFD2Q0G6UTO95ALH/workers/AMASTER";

        assertThat(api.put(requester, path, Map.of("value", 1)).status()).isEqualTo(404);
        assertThat(api.put(Tokens.operator("AOPERATOR", SERVICE), path, Map.of("value", 1))
                        .status())
                .isEqualTo(200);
    }

    private String create(Map<String, ?> draft) {
        var created = api.post(requester, "/v1/qualification-types", draft);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().get("qualificationTypeId").asString();
    }

    private void grant(String type, int value) {
        var granted =
                api.put(requester, "/v1/qualification-types/" + type + "/workers/AQUALIFIED", Map.of("value", value));
        assertThat(granted.status()).as(granted.text()).isEqualTo(200);
    }
}
