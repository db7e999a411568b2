package io.kempelen.acceptance;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the front door answered, whatever it was. */
@SuppressWarnings("ArrayRecordComponent")
record Answer(String call, int status, HttpHeaders headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    Answer expect(int... statuses) {
        if (Arrays.stream(statuses).anyMatch(wanted -> wanted == status)) return this;
        throw new AssertionError(this + " instead of " + Arrays.toString(statuses));
    }

    /** The problem's kebab name; fails when this is no RFC 9457 problem. */
    String problem() {
        var type = headers.firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) throw new AssertionError("No problem document: " + this);
        var problem = json();
        if (problem.path("status").asInt() != status) throw new AssertionError("Another status inside: " + this);
        if (problem.path("detail").asString("").isBlank()) throw new AssertionError("Says nothing: " + this);
        if (text().contains("io.kempelen.") || text().contains("Exception"))
            throw new AssertionError("Shows its inside: " + this);
        var name = problem.path("type").asString("");
        return name.substring(name.lastIndexOf('/') + 1);
    }

    String detail() {
        return json().path("detail").asString("");
    }

    @Override
    public String toString() {
        var text = text();
        return call + " answered " + status + ": " + (text.length() > 800 ? text.substring(0, 800) + "…" : text);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
