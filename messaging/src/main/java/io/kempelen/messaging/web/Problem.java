package io.kempelen.messaging.web;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * A refusal in words and in data (RFC 9457): what is wrong, with which field or row, and what would be right.
 *
 * @param type the last segment of the problem's address, in kebab case
 */
public record Problem(HttpStatus status, String type, String detail, Map<String, Object> extras) {

    public static Problem of(HttpStatus status, String type, String detail) {
        return new Problem(status, type, detail, Map.of());
    }

    /** An unknown id, or somebody else's: the answer never tells which. */
    public static Problem notFound(String what, String id) {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is no " + what + " " + id + " of yours.")
                .with("id", id);
    }

    /** A value that cannot be taken; the detail says what would be. */
    public static Problem invalid(String field, String detail) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-value", detail).with("field", field);
    }

    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(extras);
        more.put(name, value);
        return new Problem(status, type, detail, Collections.unmodifiableMap(more));
    }

    public ResponseEntity<ProblemDetail> response() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body());
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    public ProblemDetail body() {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("/problems/" + type));
        body.setTitle(type.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + type.substring(1).replace('-', ' '));
        extras.forEach(body::setProperty);
        return body;
    }
}
