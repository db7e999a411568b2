package io.kempelen.task.task;

import io.kempelen.task.task.domain.Growth;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The wants of review-service: each opens its places once. */
@Repository
class Wants {

    private final JdbcTemplate jdbc;

    Wants(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A want for more answers to a task. */
    record Want(String wantId, String taskId, int count, Growth reason, Instant wantedAt) {}

    /** False when it is known already. */
    boolean keep(Want want) {
        return jdbc.update(
                        """
                        INSERT INTO want (want_id, task_id, count, reason, status, wanted_at) VALUES (?, ?, ?, ?, 'REFUSED', ?)
                        ON CONFLICT (want_id) DO NOTHING""",
                        want.wantId(),
                        want.taskId(),
                        want.count(),
                        want.reason().name(),
                        Timestamp.from(want.wantedAt()))
                == 1;
    }

    void asked(String wantId, String askId) {
        jdbc.update("UPDATE want SET status = 'ASKED', ask_id = ? WHERE want_id = ?", askId, wantId);
    }

    void answered(String askId, boolean held) {
        jdbc.update("UPDATE want SET status = ? WHERE ask_id = ?", held ? "HELD" : "DECLINED", askId);
    }

    /** Of a task's places, those that replace rejected answers: they do not make a task dearer. */
    int replacements(String taskId) {
        var places = jdbc.queryForObject(
                "SELECT COALESCE(sum(count), 0) FROM want WHERE task_id = ? AND reason = 'REJECTED' AND status = 'HELD'",
                Integer.class,
                taskId);
        return places == null ? 0 : places;
    }

    /** How many places are being asked for that replace nothing. */
    int growth(String taskId) {
        var places = jdbc.queryForObject(
                "SELECT COALESCE(sum(count), 0) FROM want WHERE task_id = ? AND reason <> 'REJECTED' AND status = 'ASKED'",
                Integer.class,
                taskId);
        return places == null ? 0 : places;
    }

    Optional<Want> findByAsk(String askId) {
        List<Want> found = jdbc.query(
                "SELECT want_id, task_id, count, reason, wanted_at FROM want WHERE ask_id = ?",
                (row, n) -> new Want(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        Growth.valueOf(row.getString(4)),
                        row.getTimestamp(5).toInstant()),
                askId);
        return found.stream().findFirst();
    }
}
