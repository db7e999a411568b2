package io.kempelen.acceptance;

import static io.kempelen.acceptance.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The whole life of a microtask: a file comes in, people work, they are judged and paid, a file goes out. */
@OnPlatform
@Order(1)
class MicrotaskLifeIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String TEMPLATE = """
            <p id="t">${the text}</p><img src="${image.url}"><div>${sub-title}</div>
            <script>const later = `${notAColumn}`;</script>
            <label><input type="checkbox" name="colors" value="red">red</label>
            <label><input type="checkbox" name="colors" value="blue">blue</label>
            <textarea name="note"></textarea>
            """;

    /** BOM, CRLF, a quoted newline, HTML, names with dot, space and hyphen, two equal rows, a value that looks like a placeholder. */
    private static final String CSV = "\uFEFFimage.url,the text,sub-title\r\n"
            + "https://example.org/a.png,\"one,\r\ntwo\",<b>bold</b>\r\n"
            + "https://example.org/b.png,same,\"he said \"\"yes\"\"\"\r\n"
            + "https://example.org/b.png,same,\"he said \"\"yes\"\"\"\r\n"
            + "https://example.org/c.png,${sub-title},Grüße 漢字 🙂\r\n";

    private final World world;

    MicrotaskLifeIT(World world) {
        this.world = world;
    }

    @Test
    void goesFromFileToFile() {
        var requester = world.requester("File to file");
        var projectId = Projects.create(requester, Projects.settings("From file to file", TEMPLATE));
        var batch = Projects.publish(requester, projectId, CSV);
        var batchId = batch.path("batchId").asString();

        assertThat(batch.path("rows").asInt()).isEqualTo(4);
        assertThat(batch.path("tasks").asInt()).isEqualTo(3);
        assertThat(batch.path("places").asInt()).isEqualTo(4);
        assertThat(batch.path("warnings").toString()).contains("notAColumn");
        assertThat(batch.path("cost").path("total").asString()).isEqualTo("0.24");

        var tasks = Projects.tasks(requester, batchId);
        assertThat(tasks).hasSize(3);
        var places = takeAll(tasks);
        assertThat(places).hasSize(4);
        frame(places.getFirst());
        answer(places);
        approve(requester, places);

        within(SOON, () -> {
            var now = Projects.batch(requester, batchId);
            assertThat(now.path("paid").asInt()).isEqualTo(4);
            assertThat(now.path("status").asString()).isEqualTo("COMPLETED");
        });
        results(requester, batchId, places);
        for (var place : places)
            within(SOON, () -> assertThat(place.worker().rewards()).isEqualTo("0.05"));
        var balance = requester.client().get("/v1/account/balance").expect(200).json();
        assertThat(balance.path("onHold").asString()).isEqualTo("0.00");
    }

    private List<Place> takeAll(List<tools.jackson.databind.JsonNode> tasks) {
        var places = new ArrayList<Place>();
        for (var task : tasks) {
            for (int i = 0; i < task.path("places").asInt(); i++)
                places.add(world.worker("Worker").accept(task.path("taskId").asString()));
        }
        return places;
    }

    private static void frame(Place place) {
        var page = place.page();
        assertThat(page)
                .contains("<b>bold</b>")
                .contains("https://example.org/a.png")
                .contains("${notAColumn}");
        assertThat(page).contains("<form").contains("/mturk/externalSubmit");
        assertThat(place.frameUrl().getHost()).isEqualTo("127.0.0.1");
        var preview = place.worker().client().page(place.frameUrl());
        assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
    }

    /** Every second one as a browser would. */
    private static void answer(List<Place> places) {
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            if (i % 2 == 0) {
                place.submit(Map.of("colors", List.of("red", "blue"), "note", "a|b, typed"))
                        .expect(200);
            } else {
                var page = place.submitForm("colors", "red", "colors", "blue", "note", "a|b, typed");
                assertThat(page.status()).as(page.toString()).isIn(200, 302, 303);
            }
        }
    }

    private static void approve(Person requester, List<Place> places) {
        for (var place : places) {
            var listed = requester
                    .client()
                    .get("/v1/tasks/" + place.taskId() + "/assignments")
                    .expect(200)
                    .json();
            assertThat(listed.toString()).contains(place.assignmentId());
            requester
                    .client()
                    .post("/v1/assignments/" + place.assignmentId() + "/approve", Map.of("feedback", "Thank you"))
                    .expect(200, 201, 204);
        }
    }

    private static void results(Person requester, String batchId, List<Place> places) {
        var csv = ResultsCsv.of(requester, batchId);
        assertThat(csv.header()).startsWith(ResultsCsv.MTURK.toArray(String[]::new));
        assertThat(csv.header()).contains("Input.image.url", "Input.the text", "Input.sub-title");
        assertThat(csv.header()).contains("Answer.colors", "Answer.note").endsWith("Approve", "Reject");
        assertThat(csv.rows()).hasSize(4);
        for (var place : places) {
            var row = csv.of(place.assignmentId());
            assertThat(row)
                    .containsEntry("HITId", place.taskId())
                    .containsEntry("WorkerId", place.worker().id())
                    .containsEntry("AssignmentStatus", "Approved")
                    .containsEntry("Answer.colors", "red|blue")
                    .containsEntry("Answer.note", "a|b, typed")
                    .containsEntry("RequesterFeedback", "Thank you");
            assertThat(row.get("SubmitTime"))
                    .matches(Pattern.compile("[A-Z][a-z]{2} [A-Z][a-z]{2} \\d{2} \\d{2}:\\d{2}:\\d{2} \\S+ \\d{4}"));
        }
        assertThat(csv.rows())
                .extracting(row -> row.get("Input.the text"))
                .containsExactlyInAnyOrder("one,\r\ntwo", "same", "same", "${sub-title}");
        var lines = requester
                .client()
                .get("/v1/batches/" + batchId + "/results.jsonl")
                .expect(200)
                .text();
        assertThat(lines.lines().filter(line -> !line.isBlank()))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"a|b, typed\"")
                        .contains("\"red\"")
                        .contains("\"blue\""));
    }

    @Test
    void theMajorityDecidesAndARejectedAnswerIsReplaced() {
        var requester = world.requester("Majority");
        var settings = Projects.settings("Majority", "<p>${q}</p><input type=radio name=a value=yes>");
        settings.put("placesPerTask", 3);
        settings.put(
                "review",
                Map.of("policy", "majority", "fields", List.of("a"), "dissent", "reject", "replaceRejected", true));
        var batchId = Projects.publish(requester, Projects.create(requester, settings), "q\nIs it?\n")
                .path("batchId")
                .asString();
        var task = Projects.tasks(requester, batchId).getFirst().path("taskId").asString();
        var dissenter = world.worker("Dissenter");
        dissenter.accept(task).submit(Map.of("a", "no")).expect(200);
        for (int i = 0; i < 2; i++)
            world.worker("Yes " + i).accept(task).submit(Map.of("a", "yes")).expect(200);

        within(SOON, () -> {
            var now = Projects.batch(requester, batchId);
            assertThat(now.path("approved").asInt()).as(now.toString()).isEqualTo(2);
            assertThat(now.path("rejected").asInt()).isEqualTo(1);
            assertThat(now.path("places").asInt()).isEqualTo(4);
        });
        var fourth = world.worker("Fourth");
        var place = Eventually.until(SOON, () -> fourth.accept(task));
        place.submit(Map.of("a", "yes")).expect(200);
        within(SOON, () -> {
            var now = Projects.batch(requester, batchId);
            assertThat(now.path("paid").asInt()).as(now.toString()).isEqualTo(3);
            assertThat(now.path("status").asString()).isEqualTo("COMPLETED");
        });
        assertThat(dissenter.rewards()).isEqualTo("0.00");
        var result = requester.client().get("/v1/tasks/" + task + "/result").expect(200);
        assertThat(result.text()).contains("yes");
    }
}
