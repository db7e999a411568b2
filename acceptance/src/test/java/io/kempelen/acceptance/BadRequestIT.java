package io.kempelen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a caller may not do, or cannot mean, is refused by a problem that says why, and nothing is half done. */
@OnPlatform
@Order(3)
class BadRequestIT {

    private static final String TEMPLATE = "<p>${a}</p><input name=x>";

    private final World world;
    private final Person requester;

    BadRequestIT(World world) {
        this.world = world;
        requester = world.requester("Bad requests");
    }

    @Test
    void aProjectWithImpossibleSettings() {
        for (var bad : List.of(
                Map.entry("reward", (Object) "-0.05"),
                Map.entry("reward", (Object) "0.055"),
                Map.entry("reward", (Object) "much"),
                Map.entry("placesPerTask", (Object) 0),
                Map.entry("assignmentDurationSeconds", (Object) 1),
                Map.entry("template", (Object) ""))) {
            var settings = Projects.settings("Impossible", TEMPLATE);
            settings.put(bad.getKey(), bad.getValue());
            var answer = requester.client().post("/v1/projects", settings).expect(400, 422);
            answer.problem();
            assertThat(answer.json().path("field").asString())
                    .as(answer.toString())
                    .isEqualTo(bad.getKey());
        }
        var projects = requester.client().get("/v1/projects").expect(200).json();
        assertThat(projects.path("items")).isEmpty();
    }

    @Test
    void jsonThatIsNone() {
        var answer = requester
                .client()
                .bytes("/v1/projects", "application/json", "{\"name\": ".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.expect(400).problem()).isNotBlank();
    }

    @Test
    void aCharacterThatCannotBeStored() {
        var settings = Projects.settings("Zero \u0000 byte", TEMPLATE);
        assertThat(requester.client().post("/v1/projects", settings).expect(422).problem())
                .isNotBlank();
    }

    /** What the document promises must be found behind the gateway, if only to be refused. */
    @Test
    void everyDocumentedAddressLeadsSomewhere() {
        var paths = world.anybody().get("/openapi.json").expect(200).json().path("paths");
        assertThat(paths.size()).isGreaterThan(40);
        for (var path : paths.properties()) {
            var target = path.getKey().replaceAll("\\{[^}]*}", "3" + "A".repeat(29));
            for (var method : path.getValue().propertyNames()) {
                var answer = requester.client().call(method.toUpperCase(Locale.ROOT), target);
                assertThat(answer.text()).as(answer.toString()).doesNotContain("at this address");
            }
        }
    }

    @Test
    void aWrongToken() {
        assertThat(world.anybody().get("/v1/projects").expect(401).problem()).isNotBlank();
        var forged = new Client(
                world.url(), requester.token().substring(0, requester.token().length() - 4) + "AAAA");
        assertThat(forged.get("/v1/projects").expect(401).problem()).isNotBlank();
        assertThat(world.worker("Worker")
                        .client()
                        .get("/v1/projects")
                        .expect(403)
                        .problem())
                .isNotBlank();
        assertThat(requester.client().get("/v1/operator/accounts").expect(403).problem())
                .isNotBlank();
    }

    @Test
    void somebodyElsesThings() {
        var owner = world.requester("Owner");
        var task = Projects.task(owner, 2, Map.of());
        var worker = world.worker("Worker");
        var place = worker.accept(task);
        var stranger = world.worker("Stranger");

        for (var path :
                List.of("/v1/tasks/" + task, "/v1/tasks/" + task + "/assignments", "/v1/tasks/" + task + "/result"))
            assertThat(requester.client().get(path).expect(404).problem())
                    .as(path)
                    .isNotBlank();
        requester.client().delete("/v1/tasks/" + task).expect(404).problem();
        requester
                .client()
                .post("/v1/tasks/" + task + "/extend", Map.of("places", 1))
                .expect(404)
                .problem();
        place.submit(Map.of("answer", "mine")).expect(200);
        var id = place.assignmentId();
        requester
                .client()
                .post("/v1/assignments/" + id + "/approve", Map.of())
                .expect(404)
                .problem();
        requester
                .client()
                .post("/v1/assignments/" + id + "/reject", Map.of("feedback", "no"))
                .expect(404)
                .problem();
        requester.client().get("/v1/assignments/" + id).expect(404).problem();
        stranger.client().get("/v1/worker/assignments/" + id).expect(404).problem();
        stranger.client()
                .post("/v1/worker/assignments/" + id + "/return")
                .expect(404)
                .problem();
        stranger.client()
                .put("/v1/worker/assignments/" + id + "/submission", Map.of("answers", Map.of("answer", "x")))
                .expect(404)
                .problem();
        stranger.tryToAccept("3" + "A".repeat(29)).expect(404).problem();
    }

    @Test
    void aFrameOfSomebodyElse() {
        var owner = world.requester("Frames");
        var task = Projects.task(owner, 2, Map.of());
        var mine = world.worker("Mine").accept(task);
        var yours = world.worker("Yours").accept(task);

        var forged = mine.submitTarget().toString().replaceFirst("/s/[^/]{6}", "/s/AAAAAA");
        var anonymous = world.anybody();
        assertThat(anonymous.form(URI.create(forged), "answer", "x").status()).isIn(401, 403, 404);
        assertThat(anonymous
                        .form(mine.submitTarget(), "assignmentId", yours.assignmentId(), "answer", "x")
                        .status())
                .isEqualTo(403);
        assertThat(anonymous
                        .form(
                                world.url().resolve("/mturk/externalSubmit"),
                                "assignmentId",
                                mine.assignmentId(),
                                "answer",
                                "x")
                        .status())
                .isEqualTo(401);
        yours.submitForm("answer", "still mine to give").expect(200, 302, 303);
    }

    @Test
    void aSecondSubmitKeepsTheFirstAndADraft() {
        var owner = world.requester("Second");
        var place = world.worker("Second").accept(Projects.task(owner, 1, Map.of()));
        place.submit(Map.of("answer", "first")).expect(200);
        place.submit(Map.of("answer", "first")).expect(200);
        assertThat(place.submit(Map.of("answer", "second")).expect(409).problem())
                .isEqualTo("already-submitted");

        var seen = place.worker()
                .client()
                .get("/v1/worker/assignments/" + place.assignmentId())
                .expect(200)
                .json();
        assertThat(seen.path("draft").toString()).contains("second");
        var stored = owner.client()
                .get("/v1/assignments/" + place.assignmentId())
                .expect(200)
                .text();
        assertThat(stored).contains("first").doesNotContain("second");
    }

    @Test
    void anAnswerToAReturnedPlaceIsKeptAsADraft() {
        var owner = world.requester("Returned");
        var place = world.worker("Returned").accept(Projects.task(owner, 1, Map.of()));
        place.giveBack().expect(204);
        assertThat(place.submit(Map.of("answer", "too late")).expect(409).problem())
                .isEqualTo("returned");
        var seen = place.worker()
                .client()
                .get("/v1/worker/assignments/" + place.assignmentId())
                .expect(200)
                .text();
        assertThat(seen).contains("too late");
    }

    @Test
    void oneIdempotencyKeyIsOneEffect() {
        var owner = world.requester("Once");
        var key = "key-" + owner.id();
        var settings = Projects.settings("Once", TEMPLATE);
        var first =
                owner.client().post("/v1/projects", settings, key).expect(201).json();
        var second =
                owner.client().post("/v1/projects", settings, key).expect(201).json();
        assertThat(second).isEqualTo(first);
        settings.put("title", "Another request");
        assertThat(owner.client()
                        .post("/v1/projects", settings, key)
                        .expect(422)
                        .problem())
                .isNotBlank();
        assertThat(owner.client().get("/v1/projects").expect(200).json().path("items"))
                .hasSize(1);
    }

    @Test
    void moreThanThereIsMoneyFor() {
        var owner = world.requester("Poor");
        var task = Map.of(
                "title", "Dear", "description", "Dear", "reward", "1000.00", "question", "<p>x</p>", "places", 100);
        var answer = owner.client().post("/v1/tasks", task);
        assertThat(answer.expect(402).problem()).isEqualTo("insufficient-funds");
        assertThat(owner.client().get("/v1/tasks").expect(200).json().path("items"))
                .isEmpty();
    }
}
