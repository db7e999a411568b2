package io.kempelen.task.task;

import io.kempelen.task.task.domain.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What is known of assignments. The lock on their task guards them; only payment, which changes no standing, comes without it. */
@Repository
class AssignmentFacts {

    private static final String SAVE = """
            INSERT INTO assignment (assignment_id, task_id, batch_id, requester_id, worker_id, accepted_at, deadline, given_back_at,
              place_released, submitted_at, auto_approval_delay_seconds, answer, answer_key_id, approved_at, approved_no,
              rejected_at, rejected_no, feedback)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (assignment_id) DO UPDATE SET
              batch_id = excluded.batch_id, accepted_at = excluded.accepted_at, deadline = excluded.deadline,
              given_back_at = excluded.given_back_at, place_released = excluded.place_released,
              submitted_at = excluded.submitted_at, auto_approval_delay_seconds = excluded.auto_approval_delay_seconds,
              answer = COALESCE(excluded.answer, assignment.answer), answer_key_id = excluded.answer_key_id,
              approved_at = excluded.approved_at, approved_no = excluded.approved_no, rejected_at = excluded.rejected_at,
              rejected_no = excluded.rejected_no, feedback = excluded.feedback""";

    private final JdbcTemplate jdbc;

    AssignmentFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All but the answers, which may be large and are never needed to add a fact. */
    Map<String, Facts> find(Collection<String> assignmentIds) {
        var found = new HashMap<String, Facts>();
        jdbc.query(
                """
                SELECT assignment_id, task_id, batch_id, requester_id, worker_id, accepted_at, deadline, given_back_at, place_released,
                  submitted_at, auto_approval_delay_seconds, answer_key_id, approved_at, approved_no, rejected_at, rejected_no, feedback
                FROM assignment WHERE assignment_id = ANY (?)""",
                row -> {
                    found.put(row.getString("assignment_id"), facts(row));
                },
                (Object) assignmentIds.toArray(String[]::new));
        return found;
    }

    void saveAll(Collection<Facts> all) {
        var rows = all.stream()
                .sorted(Comparator.comparing(Facts::assignmentId))
                .map(AssignmentFacts::row)
                .toList();
        if (!rows.isEmpty()) jdbc.batchUpdate(SAVE, rows);
    }

    /** An assignment was paid for. */
    record Paid(
            String assignmentId,
            String taskId,
            @Nullable String batchId,
            String requesterId,
            String workerId,
            Instant at) {}

    void paid(List<Paid> all) {
        var rows = all.stream()
                .sorted(Comparator.comparing(Paid::assignmentId))
                .map(it -> new @Nullable Object[] {
                    it.assignmentId(),
                    it.taskId(),
                    it.batchId(),
                    it.requesterId(),
                    it.workerId(),
                    Timestamp.from(it.at())
                })
                .toList();
        if (rows.isEmpty()) return;
        jdbc.batchUpdate("""
                INSERT INTO assignment (assignment_id, task_id, batch_id, requester_id, worker_id, place_released, paid_at)
                VALUES (?, ?, ?, ?, ?, false, ?)
                ON CONFLICT (assignment_id) DO UPDATE SET paid_at = excluded.paid_at""", rows);
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                row.getString("assignment_id"),
                row.getString("task_id"),
                row.getString("batch_id"),
                row.getString("requester_id"),
                row.getString("worker_id"),
                instant(row, "accepted_at"),
                instant(row, "deadline"),
                instant(row, "given_back_at"),
                row.getBoolean("place_released"),
                instant(row, "submitted_at"),
                number(row, "auto_approval_delay_seconds"),
                null,
                row.getString("answer_key_id"),
                instant(row, "approved_at"),
                number(row, "approved_no"),
                instant(row, "rejected_at"),
                number(row, "rejected_no"),
                row.getString("feedback"));
    }

    private static @Nullable Object[] row(Facts it) {
        return new @Nullable Object[] {
            it.assignmentId(),
            it.taskId(),
            it.batchId(),
            it.requesterId(),
            it.workerId(),
            timestamp(it.acceptedAt()),
            timestamp(it.deadline()),
            timestamp(it.givenBackAt()),
            it.placeReleased(),
            timestamp(it.submittedAt()),
            it.autoApprovalDelaySeconds(),
            it.answer(),
            it.answerKeyId(),
            timestamp(it.approvedAt()),
            it.approvedNo(),
            timestamp(it.rejectedAt()),
            it.rejectedNo(),
            it.feedback()
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
