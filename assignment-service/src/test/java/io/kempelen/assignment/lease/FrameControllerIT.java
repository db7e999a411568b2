package io.kempelen.assignment.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.TaskFacts;
import io.kempelen.events.AssignmentSubmitted;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@KempelenTest
class FrameControllerIT {

    private static final String SERVICE = "assignment-service";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SUBMIT = "/mturk/externalSubmit";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe kafka;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Ids ids;

    private final String worker = Tokens.worker("AFRAME", SERVICE);

    @Test
    void takesAFormWithManyValuesInTheirOrder() {
        var id = accepted();
        var frame = Tokens.frame("AFRAME", id, SERVICE);

        var page = post(
                frame,
                SUBMIT + "?source=query",
                "zoo=b+c&assignmentId=" + id + "&animal=cat&hitId=3H&animal=d%C3%B6g&empty=");

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("Thank you");
        assertThat(answer(id))
                .isEqualTo("{\"source\":[\"query\"],\"zoo\":[\"b c\"],\"animal\":[\"cat\",\"dög\"],\"empty\":[\"\"]}");
    }

    @Test
    void takesAFormInParts() {
        var id = accepted();
        var body = "--x\r\nContent-Disposition: form-data; name=\"assignmentId\"\r\n\r\n" + id
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"a\"\r\n\r\n2\r\n--x--\r\n";

        var page = api.send(worker, "POST", SUBMIT, body, "multipart/form-data; boundary=x", Map.of());

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(answer(id)).isEqualTo("{\"a\":[\"1\",\"2\"]}");
    }

    @Test
    void takesThousandsOfFields() {
        var id = accepted();
        var fields = IntStream.range(0, 5000).mapToObj(n -> "f" + n + "=" + n).collect(Collectors.joining("&"));

        assertThat(post(worker, SUBMIT, "assignmentId=" + id + "&" + fields).status())
                .isEqualTo(200);
    }

    @Test
    void refusesPreviewsAndFormsOfOthers() {
        var id = accepted();
        var other = accepted();
        var frame = Tokens.frame("AFRAME", id, SERVICE);

        var preview = post(worker, SUBMIT, "assignmentId=ASSIGNMENT_ID_NOT_AVAILABLE&a=b");
        assertThat(preview.status()).isEqualTo(409);
        assertThat(preview.header("Content-Type")).startsWith("text/html");
        assertThat(preview.text()).contains("only a preview");
        assertThat(post(frame, SUBMIT, "assignmentId=" + other + "&a=b").status())
                .isEqualTo(403);
        assertThat(post(Tokens.worker("ATHIEF", SERVICE), SUBMIT, "assignmentId=" + id + "&a=b")
                        .status())
                .isEqualTo(404);
        assertThat(post(worker, SUBMIT, "a=b").status()).isEqualTo(422);
        assertThat(api.put(
                                frame,
                                "/v1/worker/assignments/" + other + "/submission",
                                Map.of("answers", Map.of("a", "b")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void answersProgramsInData() {
        var refused =
                api.send(worker, "POST", SUBMIT, "assignmentId=3NONE", FORM, Map.of("Accept", "application/json"));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/not-found");
    }

    @Test
    void keepsASecondFormAsADraft() {
        var id = accepted();
        post(worker, SUBMIT, "assignmentId=" + id + "&a=first");

        var second = post(worker, SUBMIT, "assignmentId=" + id + "&a=second");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("kept as a draft");
        assertThat(answer(id)).isEqualTo("{\"a\":[\"first\"]}");
        assertThat(api.get(worker, "/v1/worker/assignments/" + id)
                        .json()
                        .get("draft")
                        .get("answers")
                        .get("a")
                        .get(0)
                        .asString())
                .isEqualTo("second");
    }

    private TestApi.Answer post(String token, String path, String form) {
        return api.send(token, "POST", path, form, FORM, Map.of("Accept", "text/html,*/*"));
    }

    private String answer(String assignmentId) {
        var event = kafka.awaitOne(
                TaskFacts.OWN_TOPIC,
                AssignmentSubmitted.class,
                told -> told.getAssignmentId().equals(assignmentId));
        return StandardCharsets.UTF_8.decode(event.getAnswer()).toString();
    }

    private String accepted() {
        var task = ids.next();
        Book.publish(kafka, jdbc, TaskFacts.published(task, 1, 3600));
        var answer = api.post(worker, "/v1/worker/tasks/" + task + "/assignments", Map.of());
        return answer.json().get("assignmentId").asString();
    }
}
