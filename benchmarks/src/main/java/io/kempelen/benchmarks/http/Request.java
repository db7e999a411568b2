package io.kempelen.benchmarks.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One call; without a token it is a stranger's. */
public record Request(
        String method,
        String path,
        @Nullable String token,
        @Nullable String contentType,
        byte @Nullable [] body,
        @Nullable String idempotencyKey) {

    public static Request get(String path, String token) {
        return new Request("GET", path, token, null, null, null);
    }

    public static Request json(String method, String path, String token, String body) {
        return new Request(method, path, token, "application/json", body.getBytes(StandardCharsets.UTF_8), null);
    }

    public static Request post(String path, String token) {
        return new Request("POST", path, token, null, new byte[0], null);
    }

    /** The same call under a key: however often it is sent, it acts once. */
    public Request once(String key) {
        return new Request(method, path, token, contentType, body, key);
    }

    byte[] head(String host) {
        var head = new StringBuilder(700);
        head.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host);
        if (token != null) head.append("\r\nAuthorization: Bearer ").append(token);
        if (idempotencyKey != null) head.append("\r\nIdempotency-Key: ").append(idempotencyKey);
        if (contentType != null) head.append("\r\nContent-Type: ").append(contentType);
        if (body != null) head.append("\r\nContent-Length: ").append(body.length);
        return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
