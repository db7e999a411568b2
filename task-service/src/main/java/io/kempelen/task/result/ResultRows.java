package io.kempelen.task.result;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.task.result.domain.ApprovalRates;
import io.kempelen.task.result.domain.ResultLine;
import io.kempelen.task.result.domain.ResultTask;
import io.kempelen.task.task.domain.Standing;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads results a page at a time, in the order of tasks, so that an export of any size needs the memory of one page. */
@Repository
class ResultRows {

    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ResultRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The names of all answer fields of a batch, sorted. */
    List<String> fields(String batchId) {
        return jdbc.queryForList("""
                SELECT DISTINCT json_object_keys(convert_from(answer, 'UTF8')::json) AS field FROM assignment
                WHERE batch_id = ? AND submitted_at IS NOT NULL AND answer_key_id IS NULL ORDER BY field""", String.class, batchId);
    }

    /** The most rows that a task of the batch shows. */
    int rowsPerTask(String batchId) {
        var most = jdbc.queryForObject(
                "SELECT COALESCE(max(position), 0) + 1 FROM input_row WHERE batch_id = ?", Integer.class, batchId);
        return most == null ? 1 : most;
    }

    /** The next answers after a place in the order of task and assignment. */
    List<ResultLine> page(String batchId, String afterTask, String afterAssignment, int limit) {
        return jdbc.query("""
                SELECT a.* FROM assignment a JOIN task t ON t.task_id = a.task_id
                WHERE t.batch_id = ? AND t.task_id >= ? AND a.submitted_at IS NOT NULL AND (t.task_id, a.assignment_id) > (?, ?)
                ORDER BY t.task_id, a.assignment_id LIMIT ?""", this::line, batchId, afterTask, afterTask, afterAssignment, limit);
    }

    Map<String, ResultTask> tasks(Collection<String> taskIds) {
        var tasks = new HashMap<String, ResultTask>();
        jdbc.query(
                """
                SELECT t.*, y.title, y.description, y.keywords, y.assignment_duration_seconds, y.auto_approval_delay_seconds
                FROM task t JOIN task_type y USING (task_type_id) WHERE t.task_id = ANY (?)""",
                row -> {
                    tasks.put(row.getString("task_id"), task(row));
                },
                (Object) taskIds.toArray(String[]::new));
        return tasks;
    }

    /** How a requester judged some workers so far. */
    Map<String, ApprovalRates> rates(String requesterId, Collection<String> workerIds, Instant now) {
        var rates = new HashMap<String, ApprovalRates>();
        jdbc.query(
                """
                SELECT worker_id,
                  count(*) FILTER (WHERE good), count(*),
                  count(*) FILTER (WHERE good AND decided_at >= ?), count(*) FILTER (WHERE decided_at >= ?),
                  count(*) FILTER (WHERE good AND decided_at >= ?), count(*) FILTER (WHERE decided_at >= ?)
                FROM (SELECT worker_id, COALESCE(approved_no, 0) > COALESCE(rejected_no, 0) AS good,
                    GREATEST(approved_at, rejected_at) AS decided_at
                  FROM assignment WHERE requester_id = ? AND worker_id = ANY (?)
                    AND (approved_at IS NOT NULL OR rejected_at IS NOT NULL)) decided
                GROUP BY worker_id""",
                row -> {
                    rates.put(row.getString(1), new ApprovalRates(rate(row, 2), rate(row, 4), rate(row, 6)));
                },
                before(now, 30),
                before(now, 30),
                before(now, 7),
                before(now, 7),
                requesterId,
                workerIds.toArray(String[]::new));
        return rates;
    }

    private static Timestamp before(Instant now, int days) {
        return Timestamp.from(now.minus(Duration.ofDays(days)));
    }

    private static ApprovalRates.Rate rate(ResultSet row, int column) throws SQLException {
        return new ApprovalRates.Rate(row.getLong(column), row.getLong(column + 1));
    }

    private ResultLine line(ResultSet row, int number) throws SQLException {
        var submitted = row.getTimestamp("submitted_at").toInstant();
        long delay = row.getLong("auto_approval_delay_seconds");
        return new ResultLine(
                row.getString("assignment_id"),
                row.getString("task_id"),
                row.getString("worker_id"),
                standing(row),
                instant(row, "accepted_at"),
                submitted,
                submitted.plusSeconds(delay),
                instant(row, "approved_at"),
                instant(row, "rejected_at"),
                instant(row, "paid_at"),
                row.getString("feedback"),
                Map.of(),
                answers(row));
    }

    /** An encrypted answer is its reader's to open, not ours. */
    private Map<String, List<String>> answers(ResultSet row) throws SQLException {
        byte @Nullable [] answer = row.getBytes("answer");
        if (answer == null || row.getString("answer_key_id") != null) return Map.of();
        return json.readValue(new String(answer, StandardCharsets.UTF_8), ANSWERS);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        long approved = row.getLong("approved_no");
        boolean isApproved = !row.wasNull();
        long rejected = row.getLong("rejected_no");
        boolean isRejected = !row.wasNull();
        if (isApproved && (!isRejected || rejected < approved)) return Standing.APPROVED;
        return isRejected ? Standing.REJECTED : Standing.SUBMITTED;
    }

    private static ResultTask task(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new ResultTask(
                row.getString("task_id"),
                row.getString("task_type_id"),
                row.getString("title"),
                row.getString("description"),
                row.getString("keywords"),
                Amounts.format(row.getLong("reward"), currency),
                currency,
                row.getTimestamp("created_at").toInstant(),
                row.getInt("places"),
                row.getString("annotation"),
                row.getLong("assignment_duration_seconds"),
                row.getLong("auto_approval_delay_seconds"),
                row.getTimestamp("expires_at").toInstant(),
                row.getLong("lifetime_seconds"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
