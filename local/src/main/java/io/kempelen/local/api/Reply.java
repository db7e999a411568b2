package io.kempelen.local.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the API, whatever its status. */
public record Reply(String call, int status, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EXCERPT = 600;

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The problem's type without its folder, such as no-place-left; empty when the answer is no problem. */
    public String problem() {
        try {
            var type = status < 400 ? "" : json().path("type").asString("");
            return type.substring(type.lastIndexOf('/') + 1);
        } catch (JacksonException e) {
            return "";
        }
    }

    /** This, if it has one of the statuses. */
    public Reply expect(int... statuses) {
        if (Arrays.stream(statuses).anyMatch(wanted -> wanted == status)) return this;
        throw new ApiException(this);
    }

    String excerpt() {
        var text = text().strip();
        return text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reply reply
                && call.equals(reply.call)
                && status == reply.status
                && Arrays.equals(body, reply.body);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * call.hashCode() + status) + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return call + " answered " + status + ": " + excerpt();
    }
}
