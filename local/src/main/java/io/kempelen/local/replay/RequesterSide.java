package io.kempelen.local.replay;

import io.kempelen.local.api.Api;
import io.kempelen.local.api.Reply;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the requester of a replay does: publishes, approves, waits for the payments, fetches the results. */
final class RequesterSide {

    private static final Duration PAYMENT_PATIENCE = Duration.ofMinutes(2);
    private static final Duration RESULTS_PATIENCE = Duration.ofSeconds(20);

    private final Api api;
    private final Crew crew;
    private final PrintStream out;

    RequesterSide(Api api, Crew crew, PrintStream out) {
        this.api = api;
        this.crew = crew;
        this.out = out;
    }

    /** Waits until the ledger has heard of the account and its money. */
    void awaitFunds() {
        Until.answered(
                        () -> api.get("/v1/account/balance"),
                        reply -> reply.status() == 404
                                || Money.balance(reply.json()).signum() == 0)
                .expect(200);
    }

    /** Available and held. */
    BigDecimal funds() {
        return Money.balance(api.get("/v1/account/balance").expect(200).json());
    }

    JsonNode publish(Project project, Recording recording, String template, BigDecimal reward) {
        var progress = new Progress(out, "tasks published", recording.tasks().size());
        var created = api.post("/v1/projects", settings(project, recording, template, reward))
                .expect(201)
                .json();
        var batch = api.post(
                        "/v1/projects/" + created.path("projectId").asString() + "/batches",
                        "text/csv; charset=utf-8",
                        recording.upload().getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json();
        progress.end();
        return batch;
    }

    private static Map<String, Object> settings(
            Project project, Recording recording, String template, BigDecimal reward) {
        var first = recording.first();
        var settings = new LinkedHashMap<String, Object>();
        settings.put("name", clipped(project.name(), 100));
        settings.put("title", clipped(filled(first.get("Title"), project.name()), 128));
        settings.put("description", clipped(filled(first.get("Description"), project.name()), 2000));
        settings.put("keywords", clipped(filled(first.get("Keywords"), "replay"), 1000));
        settings.put("reward", reward.toPlainString());
        settings.put("template", template);
        settings.put("placesPerTask", 1);
        settings.put("review", Map.of("policy", "requester"));
        return settings;
    }

    private static String filled(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    private static String clipped(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    Map<Map<String, String>, String> taskIds(String batchId, Recording recording) {
        var ids = new HashMap<Map<String, String>, String>();
        var cursor = "";
        do {
            var page = api.get("/v1/tasks?batchId=" + batchId + "&limit=100" + cursor)
                    .expect(200)
                    .json();
            for (var task : page.path("items")) {
                var input = new LinkedHashMap<String, String>();
                for (var name : recording.inputs())
                    input.put(name, task.path("input").path(name).asString(""));
                ids.put(input, task.path("taskId").asString());
            }
            var next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return ids;
    }

    void approve(List<String> assignments) {
        var progress = new Progress(out, "answers approved", assignments.size());
        crew.each(assignments, progress, id -> {
            var reply = Until.answered(
                    () -> api.post("/v1/assignments/" + id + "/approve", Map.of()), RequesterSide::notThereYet);
            if (reply.status() != 409)
                reply.expect(200, 201, 204); // 409: a repeat after an outage; the results will tell
        });
        progress.end();
    }

    /** The review may hear of an answer after its worker was thanked, most of all when it was just killed. */
    private static boolean notThereYet(Reply answer) {
        boolean early = answer.status() == 409 && answer.text().contains("still being worked on");
        return early || answer.status() == 404;
    }

    /** Returns what is wrong when the money stops arriving before all is paid. */
    List<String> awaitPaid(String batchId, int places) {
        var progress = new Progress(out, "answers paid", places);
        long heard = System.nanoTime();
        int known = 0;
        while (true) {
            var batch = api.get("/v1/batches/" + batchId).expect(200).json();
            int approved = batch.path("approved").asInt();
            int paid = batch.path("paid").asInt();
            progress.to(paid);
            if (approved == places && paid == places) {
                progress.end();
                return List.of();
            }
            if (approved + paid != known) heard = System.nanoTime();
            known = approved + paid;
            if (System.nanoTime() - heard > PAYMENT_PATIENCE.toNanos() || paid > places) {
                return List.of("Of " + places + " answers " + approved + " count as approved, " + paid + " as paid.");
            }
            Until.sleep(Duration.ofMillis(200));
        }
    }

    /** Lists may lag a little, so a difference is looked at again before it is believed. */
    List<String> results(Recording recording, String batchId, Path file) throws IOException {
        long deadline = System.nanoTime() + RESULTS_PATIENCE.toNanos();
        while (true) {
            var csv = api.get("/v1/batches/" + batchId + "/results.csv").expect(200);
            Files.write(file, csv.body());
            var faults = Results.faults(recording, csv.text());
            if (faults.isEmpty() || System.nanoTime() > deadline) return faults;
            Until.sleep(Duration.ofMillis(500));
        }
    }
}
