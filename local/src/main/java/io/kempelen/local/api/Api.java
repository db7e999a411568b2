package io.kempelen.local.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * One caller of the API. Calls that meet an outage are repeated until the patience ends, which is safe: every POST carries
 * an Idempotency-Key, so that services may be killed under a running replay.
 */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Set<Integer> OUTAGES = Set.of(429, 502, 503, 504);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final URI base;
    private final String token;
    private final Duration patience;

    public Api(URI base, String token, Duration patience) {
        this.base = base;
        this.token = token;
        this.patience = patience;
    }

    /** The same API for another caller. */
    public Api as(String otherToken) {
        return new Api(base, otherToken, patience);
    }

    public Reply get(String path) {
        return send(request(path).GET().build());
    }

    public Reply post(String path, Object body) {
        return send(keyed(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    public Reply post(String path) {
        return send(keyed(path).POST(BodyPublishers.noBody()).build());
    }

    public Reply post(String path, String contentType, byte[] body) {
        return send(keyed(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    public Reply put(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    /** What a browser would fetch: no token. */
    public Reply page(URI uri) {
        return send(HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(1)).build());
    }

    /** What a browser would post from a form: no token, no Idempotency-Key. */
    public Reply form(URI uri, String form) {
        BodyPublisher body = BodyPublishers.ofString(form);
        return send(HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body)
                .build());
    }

    private HttpRequest.Builder keyed(String path) {
        return request(path).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(2));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return request;
    }

    private Reply send(HttpRequest request) {
        var call = request.method() + " " + request.uri().getPath();
        long deadline = System.nanoTime() + patience.toNanos();
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            boolean last = System.nanoTime() > deadline;
            try {
                var response = CLIENT.send(request, BodyHandlers.ofByteArray());
                if (last || !OUTAGES.contains(response.statusCode())) {
                    return new Reply(call, response.statusCode(), response.body());
                }
            } catch (IOException e) {
                if (last) throw new ApiException(call, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiException(call, e);
            }
            sleep(call, pause);
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static void sleep(String call, Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(call, e);
        }
    }
}
