package io.kempelen.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls that must succeed, by many threads: those that are turned away for calling too often wait and call again. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final URI base;
    private final ThreadLocal<Connection> connections;

    public Api(URI base) {
        this.base = base;
        this.connections = ThreadLocal.withInitial(() -> new Connection(base));
    }

    public URI base() {
        return base;
    }

    public String signIn(String accessKeyId, String secretAccessKey) {
        var form = "grant_type=client_credentials&client_id=" + encoded(accessKeyId) + "&client_secret="
                + encoded(secretAccessKey);
        var request = new Request(
                "POST",
                "/oauth2/token",
                null,
                "application/x-www-form-urlencoded",
                form.getBytes(StandardCharsets.US_ASCII),
                null);
        return call(request).path("access_token").asString();
    }

    public JsonNode get(String path, String token) {
        return call(Request.get(path, token));
    }

    public JsonNode post(String path, String token, Map<String, ?> body) {
        return call(Request.json("POST", path, token, JSON.writeValueAsString(body)));
    }

    public JsonNode put(String path, String token, Map<String, ?> body) {
        return call(Request.json("PUT", path, token, JSON.writeValueAsString(body)));
    }

    public JsonNode upload(String path, String token, String csv) {
        return call(new Request("POST", path, token, "text/csv", csv.getBytes(StandardCharsets.UTF_8), null));
    }

    private JsonNode call(Request request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var reply = attempt(request);
            if (reply.status() < 300) return reply.body().isEmpty() ? JSON.createObjectNode() : reply.json();
            if (!LATER.contains(reply.status()) || System.nanoTime() > deadline) {
                throw new IllegalStateException(request + " was answered with " + reply.excerpt());
            }
            pause(PAUSE);
        }
    }

    private Reply attempt(Request request) {
        try {
            return connections.get().send(request);
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + e.getMessage(), e);
        }
    }

    public static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped", stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
