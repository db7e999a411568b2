package io.kempelen.local.replay;

import io.kempelen.local.api.Api;
import io.kempelen.local.api.ApiException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One recorded answer to be given by one worker.
 *
 * @param byForm as a browser does, through the frame's form; else as JSON
 */
record Work(String taskId, String workerToken, RecordedAnswer answer, boolean byForm) {

    private static final Pattern SUBMIT_TO = Pattern.compile("[?&]turkSubmitTo=([^&]*)");

    /** Accepts and submits; returns the assignment's id. */
    String doIt(Api gateway) {
        var worker = gateway.as(workerToken);
        var accepted = Until.answered(
                        () -> worker.post("/v1/worker/tasks/" + taskId + "/assignments"),
                        reply -> reply.status() == 404)
                .expect(201)
                .json();
        var assignmentId = accepted.path("assignmentId").asString();
        if (byForm) {
            postForm(worker, assignmentId, accepted.path("frameUrl").asString());
        } else {
            putJson(worker, assignmentId);
        }
        return assignmentId;
    }

    private void putJson(Api worker, String assignmentId) {
        var reply = worker.put(
                "/v1/worker/assignments/" + assignmentId + "/submission", Map.of("answers", answer.fields()));
        if (reply.status() == 409 && isSubmitted(worker, assignmentId)) return; // a repeat after an outage
        reply.expect(200);
    }

    private void postForm(Api worker, String assignmentId, String frameUrl) {
        worker.page(URI.create(frameUrl)).expect(200);
        var submitTo = SUBMIT_TO.matcher(frameUrl);
        if (!submitTo.find()) throw new IllegalStateException("No turkSubmitTo in " + frameUrl);
        var target = URLDecoder.decode(submitTo.group(1), StandardCharsets.UTF_8) + "/mturk/externalSubmit";
        var reply = worker.form(URI.create(target), FormBody.of(assignmentId, answer));
        if (reply.status() == 409 && isSubmitted(worker, assignmentId)) return;
        reply.expect(200, 302, 303);
    }

    private static boolean isSubmitted(Api worker, String assignmentId) {
        try {
            var status = worker.get("/v1/worker/assignments/" + assignmentId)
                    .expect(200)
                    .json()
                    .path("status")
                    .asString();
            return !status.equalsIgnoreCase("ACCEPTED");
        } catch (ApiException e) {
            return false;
        }
    }
}
