package io.kempelen.messaging.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * One POST and its Idempotency-Key. Take it as a controller's parameter. The key, the request's hash and the answer are stored
 * in the transaction of the write, so a repeated request gets the first one's answer and changes nothing; a refusal is not
 * stored and may be tried again.
 */
public final class Idempotency {

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final String accountId;
    private final @Nullable String key;
    private final String requestHash;
    private final Instant now;
    private @Nullable String claimed;

    Idempotency(
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            JsonMapper json,
            String accountId,
            @Nullable String key,
            String requestHash,
            Instant now) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.json = json;
        this.accountId = accountId;
        this.key = key;
        this.requestHash = requestHash;
        this.now = now;
    }

    private record Stored(
            String requestHash,
            @Nullable String resourceId,
            int status,
            @Nullable String location,
            @Nullable String body) {}

    /** Runs the work in one transaction together with storing its answer; a second time, answers what was stored. */
    public ResponseEntity<?> answer(Supplier<? extends ResponseEntity<?>> work) {
        var answer = transaction.execute(status -> {
            if (key == null) return work.get();
            if (!claim(null)) return replay();
            var fresh = work.get();
            if (fresh.getStatusCode().isError()) status.setRollbackOnly();
            else store(fresh);
            return fresh;
        });
        return answer == null ? ResponseEntity.noContent().build() : answer;
    }

    /**
     * For writes whose answer must be waited for outside of any transaction: claims the key for a resource within the running
     * transaction. A repeated request finds the resource by {@link #reserved}.
     *
     * @throws ProblemException 409 if another request claimed the key meanwhile
     */
    public void reserve(String resourceId) {
        if (key == null) return;
        if (claim(resourceId)) {
            claimed = resourceId;
            return;
        }
        throw inProgress().exception();
    }

    /** What a repeated request is told while the first one is being worked on. */
    public static Problem inProgress() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "request-in-progress",
                "A request with this Idempotency-Key is being worked on. Repeat it in a moment.");
    }

    /** The resource that an earlier request with this key made. @throws ProblemException 422 if that request was another one */
    public Optional<String> reserved() {
        return key == null ? Optional.empty() : stored().map(Stored::resourceId);
    }

    /** Frees the key again if this request claimed it, because what it was claimed for came to nothing. */
    public void release() {
        if (claimed != null) release(claimed);
    }

    /** Frees the key unless it was claimed for something else meanwhile. */
    public void release(String resourceId) {
        if (key == null) return;
        jdbc.update(
                "DELETE FROM idempotency_key WHERE account_id = ? AND key = ? AND resource_id = ?",
                accountId,
                key,
                resourceId);
    }

    private boolean claim(@Nullable String resourceId) {
        return jdbc.update(
                        "INSERT INTO idempotency_key (account_id, key, request_hash, resource_id, status, created_at)"
                                + " VALUES (?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING",
                        accountId,
                        key,
                        requestHash,
                        resourceId,
                        java.sql.Timestamp.from(now))
                == 1;
    }

    private Optional<Stored> stored() {
        List<Stored> rows = jdbc.query(
                "SELECT request_hash, resource_id, status, location, body FROM idempotency_key WHERE account_id = ? AND key = ?",
                (row, n) -> new Stored(
                        row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5)),
                accountId,
                key);
        if (rows.isEmpty()) return Optional.empty();
        if (!rows.getFirst().requestHash().equals(requestHash)) {
            throw Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "idempotency-key-reused",
                            "This Idempotency-Key belongs to another request. Use a new one for each request.")
                    .with("field", "Idempotency-Key")
                    .exception();
        }
        return Optional.of(rows.getFirst());
    }

    private ResponseEntity<?> replay() {
        var first = stored().orElseThrow();
        var answer = ResponseEntity.status(first.status());
        if (first.location() != null) answer.location(URI.create(first.location()));
        if (first.body() == null) return answer.build();
        return answer.contentType(MediaType.APPLICATION_JSON).body(json.readTree(first.body()));
    }

    private void store(ResponseEntity<?> answer) {
        var location = answer.getHeaders().getFirst(HttpHeaders.LOCATION);
        var body = answer.getBody() == null ? null : json.writeValueAsString(answer.getBody());
        jdbc.update(
                "UPDATE idempotency_key SET status = ?, location = ?, body = ? WHERE account_id = ? AND key = ?",
                answer.getStatusCode().value(),
                location,
                body,
                accountId,
                key);
    }
}
