package io.kempelen.task.batch;

import io.kempelen.task.task.domain.Task;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of batches, and how they become tasks: which are equal is decided by the database, not in memory. */
@Repository
class InputRows {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    InputRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(String batchId, List<InputRow> rows) {
        jdbc.batchUpdate(
                "INSERT INTO input_row (task_id, position, batch_id, digest, places, cells) VALUES (?, ?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {
                            row.taskId(),
                            row.position(),
                            batchId,
                            row.digestBytes(),
                            row.places(),
                            json.writeValueAsString(row.cells())
                        })
                        .toList());
    }

    /** The most places that equal rows of the batch add up to. */
    long mostPlaces(String batchId) {
        return number(
                "SELECT COALESCE(max(places), 0) FROM (SELECT sum(places) AS places FROM input_row WHERE batch_id = ? GROUP BY digest) t",
                batchId);
    }

    /** One draft for each distinct row, under the id of the first of its equals, the others' rows are dropped. Returns how many. */
    int decompose(Task pattern, String batchId) {
        int tasks = jdbc.update(
                """
                INSERT INTO task (task_id, requester_id, task_type_id, project_id, batch_id, funds_id, state, question_version,
                  columns_id, annotation, review, reward, fee, currency, places, lifetime_seconds, created_at, expires_at, reviewing,
                  pending, submitted, approved, rejected, wanted, released, closing, closed)
                SELECT min(task_id), ?, ?, ?, batch_id, batch_id, 'DRAFT', ?, ?, ?, ?, ?, 0, ?, sum(places), ?, ?, ?, false,
                  0, 0, 0, 0, 0, 0, 0, false
                FROM input_row WHERE batch_id = ? GROUP BY batch_id, digest""",
                pattern.requesterId(),
                pattern.taskTypeId(),
                pattern.projectId(),
                pattern.questionVersion(),
                pattern.columnsId(),
                pattern.annotation(),
                pattern.review(),
                pattern.reward(),
                pattern.currency(),
                pattern.lifetimeSeconds(),
                java.sql.Timestamp.from(pattern.createdAt()),
                java.sql.Timestamp.from(pattern.expiresAt()),
                batchId);
        jdbc.update("""
                DELETE FROM input_row r WHERE r.batch_id = ?
                AND NOT EXISTS (SELECT 1 FROM task t WHERE t.task_id = r.task_id)""", batchId);
        return tasks;
    }

    /** How many tasks there are with so many places. */
    record Shape(int places, int tasks) {}

    List<Shape> shapes(String batchId) {
        return jdbc.query(
                "SELECT places, count(*) FROM task WHERE batch_id = ? GROUP BY places ORDER BY places",
                (row, n) -> new Shape(row.getInt(1), row.getInt(2)),
                batchId);
    }

    void drop(String batchId) {
        jdbc.update("DELETE FROM task WHERE batch_id = ? AND state = 'DRAFT'", batchId);
        jdbc.update("DELETE FROM input_row WHERE batch_id = ?", batchId);
    }

    private long number(String query, String batchId) {
        var number = jdbc.queryForObject(query, Long.class, batchId);
        return number == null ? 0 : number;
    }
}
