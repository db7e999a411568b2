package io.kempelen.assignment.lease;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Answers that came too late or a second time; the last one of each assignment is kept. */
@Repository
class Drafts {

    private static final String SAVE = """
            INSERT INTO draft (assignment_id, answer, reason, saved_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (assignment_id) DO UPDATE
            SET answer = excluded.answer, reason = excluded.reason, saved_at = excluded.saved_at""";

    private static final String FIND = "SELECT answer, reason, saved_at FROM draft WHERE assignment_id = ?";

    private final JdbcTemplate jdbc;

    Drafts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Draft(String answer, String reason, Instant savedAt) {}

    void save(String assignmentId, Answer answer, String reason, Instant now) {
        jdbc.update(SAVE, assignmentId, answer.json(), reason, Timestamp.from(now));
    }

    Optional<Draft> find(String assignmentId) {
        return jdbc
                .query(
                        FIND,
                        (row, number) -> new Draft(
                                row.getString("answer"),
                                row.getString("reason"),
                                row.getTimestamp("saved_at").toInstant()),
                        assignmentId)
                .stream()
                .findFirst();
    }
}
