package io.kempelen.assignment.lease;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Amounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** A worker's assignments as the worker sees them, with the verdict where there is one. */
@Repository
class LeaseViews {

    private static final String SELECT = """
            SELECT * FROM (
                SELECT a.assignment_id, a.task_id, a.worker_id, a.requester_id, a.accepted_at, a.deadline, a.ended_at,
                       CASE WHEN a.status <> 'SUBMITTED' OR v.approved IS NULL THEN a.status
                            WHEN v.approved THEN 'APPROVED' ELSE 'REJECTED' END AS status,
                       v.feedback, t.batch_id, t.reward_minor, t.currency, l.title
                FROM assignment a JOIN task t ON t.task_id = a.task_id JOIN listing l ON l.listing_id = t.listing_id
                LEFT JOIN verdict v ON v.assignment_id = a.assignment_id) AS seen
            WHERE worker_id = ?""";

    private static final String ONE = SELECT + " AND assignment_id = ?";

    private static final String PAGE = SELECT + " AND assignment_id < ? ORDER BY assignment_id DESC LIMIT ?";

    private static final String PAGE_OF_STATUS =
            SELECT + " AND assignment_id < ? AND status = ? ORDER BY assignment_id DESC LIMIT ?";

    private final JdbcTemplate jdbc;

    LeaseViews(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String assignmentId,
            String taskId,
            String requesterId,
            @Nullable String batchId,
            String title,
            String status,
            String reward,
            String currency,
            Instant acceptedAt,
            Instant deadline,
            @Nullable Instant submittedAt,
            @Nullable String feedback) {}

    Optional<View> find(String workerId, String assignmentId) {
        return jdbc.query(ONE, LeaseViews::read, workerId, assignmentId).stream()
                .findFirst();
    }

    /** Newest first, those with smaller ids than given. */
    List<View> page(String workerId, @Nullable String status, String before, int limit) {
        return status == null
                ? jdbc.query(PAGE, LeaseViews::read, workerId, before, limit)
                : jdbc.query(PAGE_OF_STATUS, LeaseViews::read, workerId, before, status, limit);
    }

    private static View read(ResultSet row, int number) throws SQLException {
        var status = row.getString("status");
        var endedAt = row.getTimestamp("ended_at");
        var submitted = endedAt != null && !status.equals("RETURNED") && !status.equals("ABANDONED");
        return new View(
                row.getString("assignment_id"),
                row.getString("task_id"),
                row.getString("requester_id"),
                row.getString("batch_id"),
                row.getString("title"),
                status,
                Amounts.format(row.getLong("reward_minor"), row.getString("currency")),
                row.getString("currency"),
                row.getTimestamp("accepted_at").toInstant(),
                row.getTimestamp("deadline").toInstant(),
                submitted ? endedAt.toInstant() : null,
                row.getString("feedback"));
    }
}
