package io.kempelen.acceptance;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** A place that a worker holds: the frame to look at and the two ways to answer. */
record Place(Person worker, String assignmentId, String taskId, URI frameUrl) {

    private static final Pattern SUBMIT_TO = Pattern.compile("[?&]turkSubmitTo=([^&]*)");

    /** The page as a browser gets it: without any token. */
    String page() {
        return anonymous().page(frameUrl).expect(200).text();
    }

    Answer submit(Map<String, ?> answers) {
        return worker.client()
                .put("/v1/worker/assignments/" + assignmentId + "/submission", Map.of("answers", answers));
    }

    /** As the frame's form does it: names and values in turn. */
    Answer submitForm(String... namesAndValues) {
        var fields = new String[namesAndValues.length + 2];
        fields[0] = "assignmentId";
        fields[1] = assignmentId;
        System.arraycopy(namesAndValues, 0, fields, 2, namesAndValues.length);
        return anonymous().form(submitTarget(), fields);
    }

    URI submitTarget() {
        var found = SUBMIT_TO.matcher(frameUrl.toString());
        if (!found.find()) throw new AssertionError("No turkSubmitTo in " + frameUrl);
        return URI.create(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) + "/mturk/externalSubmit");
    }

    Answer giveBack() {
        return worker.client().post("/v1/worker/assignments/" + assignmentId + "/return");
    }

    private Client anonymous() {
        return new Client(frameUrl.resolve("/"), null);
    }
}
