package io.kempelen.task.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** MTurk's unique request tokens: whoever comes second within a day learns what the first one made. */
@Repository
class RequestTokens {

    private static final RowMapper<Used> USED =
            (row, n) -> new Used(row.getString("subject_id"), row.getString("ask_id"));

    private final JdbcTemplate jdbc;

    RequestTokens(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What a token was used for, and the question for money that may still be open. */
    record Used(String subjectId, @Nullable String askId) {}

    /** Takes a token unless it was taken after {@code since}; waits for a taker who has not committed. */
    Optional<Used> claim(String requesterId, String token, String subjectId, Instant now, Instant since) {
        int taken = jdbc.update(
                """
                INSERT INTO request_token (requester_id, token, subject_id, used_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (requester_id, token) DO UPDATE SET subject_id = excluded.subject_id, ask_id = NULL, used_at = excluded.used_at
                WHERE request_token.used_at < ?""", requesterId, token, subjectId, java.sql.Timestamp.from(now), java.sql.Timestamp.from(since));
        return taken == 1
                ? Optional.empty()
                : Optional.of(find(requesterId, token).getFirst());
    }

    private List<Used> find(String requesterId, String token) {
        return jdbc.query(
                "SELECT subject_id, ask_id FROM request_token WHERE requester_id = ? AND token = ?",
                USED,
                requesterId,
                token);
    }

    void bind(String requesterId, String token, String askId) {
        jdbc.update(
                "UPDATE request_token SET ask_id = ? WHERE requester_id = ? AND token = ?", askId, requesterId, token);
    }

    /** Nothing came of the question: the same request may be made again. */
    void free(String askId) {
        jdbc.update("DELETE FROM request_token WHERE ask_id = ?", askId);
    }
}
