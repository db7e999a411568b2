package io.kempelen.messaging.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP, as the gateway would. */
public final class TestApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;

    TestApi(Environment environment) {
        this.environment = environment;
    }

    /** An answer: its status, headers and text. */
    public record Answer(int status, HttpHeaders headers, String text) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public Answer get(String token, String path) {
        return send(token, "GET", path, null, "application/json", Map.of());
    }

    public Answer post(String token, String path, Object body) {
        return send(token, "POST", path, JSON.writeValueAsString(body), "application/json", Map.of());
    }

    public Answer put(String token, String path, Object body) {
        return send(token, "PUT", path, JSON.writeValueAsString(body), "application/json", Map.of());
    }

    public Answer delete(String token, String path) {
        return send(token, "DELETE", path, null, "application/json", Map.of());
    }

    /** Any request; an empty token sends none. */
    public Answer send(
            String token,
            String method,
            String path,
            @Nullable String body,
            String contentType,
            Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Content-Type", contentType)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
