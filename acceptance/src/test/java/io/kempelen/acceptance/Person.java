package io.kempelen.acceptance;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/** Somebody with an account, and the client that acts for them. */
record Person(String id, String token, String accessKeyId, String secretAccessKey, Client client) {

    static Person of(JsonNode account, URI gateway) {
        var token = account.path("token").asString();
        return new Person(
                account.path("id").asString(),
                token,
                account.path("accessKeyId").asString(""),
                account.path("secretAccessKey").asString(""),
                new Client(gateway, token));
    }

    /** Takes a place as a worker; whoever may not fails the test. */
    Place accept(String taskId) {
        var accepted = tryToAccept(taskId).expect(201).json();
        return new Place(
                this,
                accepted.path("assignmentId").asString(),
                taskId,
                URI.create(accepted.path("frameUrl").asString()));
    }

    Answer tryToAccept(String taskId) {
        return client.post("/v1/worker/tasks/" + taskId + "/assignments");
    }

    /** What a worker has earned in rewards, as the API spells it. */
    String rewards() {
        return client.get("/v1/worker/earnings")
                .expect(200)
                .json()
                .path("rewards")
                .asString();
    }
}
