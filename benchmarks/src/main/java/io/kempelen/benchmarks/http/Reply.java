package io.kempelen.benchmarks.http;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer, read to its end. */
public record Reply(int status, String body, boolean last) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EXCERPT = 300;

    static Reply of(int status, byte[] body, boolean last) {
        return new Reply(status, new String(body, StandardCharsets.UTF_8), last);
    }

    public boolean is(int wanted) {
        return status == wanted;
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** What a count of refusals is kept under: the problem's type, else the status. */
    public String fault() {
        var at = body.indexOf("/problems/");
        if (at < 0) return "http-" + status;
        var end = body.indexOf('"', at);
        return body.substring(at + "/problems/".length(), end < 0 ? body.length() : end);
    }

    public String excerpt() {
        return status + " " + (body.length() > EXCERPT ? body.substring(0, EXCERPT) + "…" : body);
    }
}
