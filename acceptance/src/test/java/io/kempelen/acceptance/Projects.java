package io.kempelen.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a requester does with the native API. */
final class Projects {

    private Projects() {}

    /** A small project; more settings may replace these. */
    static Map<String, Object> settings(String title, String template) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("name", title);
        settings.put("title", title);
        settings.put("description", "A test of " + title);
        settings.put("keywords", "test, acceptance");
        settings.put("reward", "0.05");
        settings.put("template", template);
        return settings;
    }

    static String create(Person requester, Map<String, Object> settings) {
        return requester
                .client()
                .post("/v1/projects", settings)
                .expect(201)
                .json()
                .path("projectId")
                .asString();
    }

    static JsonNode publish(Person requester, String projectId, String csv) {
        return requester
                .client()
                .csv("/v1/projects/" + projectId + "/batches", csv)
                .expect(201)
                .json();
    }

    static List<JsonNode> tasks(Person requester, String batchId) {
        var tasks = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = requester
                    .client()
                    .get("/v1/tasks?limit=100&batchId=" + batchId + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(tasks::add);
            var next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + Client.encoded(next);
        } while (!cursor.isEmpty());
        return tasks;
    }

    static JsonNode batch(Person requester, String batchId) {
        return requester.client().get("/v1/batches/" + batchId).expect(200).json();
    }

    /** One task by itself, published. */
    static String task(Person requester, int places, Map<String, Object> more) {
        var task = new LinkedHashMap<String, Object>();
        task.put("title", "One task");
        task.put("description", "One task of a test");
        task.put("reward", "0.05");
        task.put("question", "<p>Say something</p><input name=\"answer\">");
        task.put("places", places);
        task.putAll(more);
        return requester
                .client()
                .post("/v1/tasks", task)
                .expect(201)
                .json()
                .path("taskId")
                .asString();
    }
}
