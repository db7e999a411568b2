package io.kempelen.assignment.lease;

import io.kempelen.assignment.lease.domain.Lease;
import io.kempelen.assignment.task.domain.Price;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All leases. Whoever changes one has locked it, and whoever gives its place back has locked the place's stripe before. */
@Repository
class Leases {

    private static final String HELD = """
            a.assignment_id, a.task_id, a.stripe, a.worker_id, a.requester_id, a.status, a.accepted_at, a.deadline, a.ended_at,
            a.answer_hash, t.batch_id, t.funds_id, t.reward_minor, t.fee_minor, t.currency, t.auto_approval_delay_seconds""";

    private static final String FIND = "SELECT " + HELD
            + " FROM assignment a JOIN task t ON t.task_id = a.task_id WHERE a.assignment_id = ? AND a.worker_id = ?";

    private static final String LOCK = FIND + " FOR UPDATE OF a";

    private static final String SUBMIT = """
            WITH submitted AS (
                UPDATE assignment SET status = 'SUBMITTED', ended_at = ?, answer_hash = ? WHERE assignment_id = ?)
            INSERT INTO worker (worker_id, submitted) VALUES (?, 1)
            ON CONFLICT (worker_id) DO UPDATE SET submitted = worker.submitted + 1""";

    private static final String RETURN =
            "UPDATE assignment SET status = 'RETURNED', ended_at = ? WHERE assignment_id = ?";

    private static final String ABANDON = "UPDATE assignment a SET status = 'ABANDONED', ended_at = ?"
            + " FROM task t, unnest(?::text[], ?::int[]) AS held (task_id, stripe)"
            + " WHERE a.task_id = held.task_id AND a.stripe = held.stripe AND a.status = 'ACCEPTED' AND a.deadline <= ?"
            + " AND t.task_id = a.task_id RETURNING " + HELD;

    private final JdbcTemplate jdbc;

    Leases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Lease> find(String assignmentId, String workerId) {
        return jdbc.query(FIND, Leases::read, assignmentId, workerId).stream()
                .map(HeldLease::lease)
                .findFirst();
    }

    Optional<HeldLease> lock(String assignmentId, String workerId) {
        return jdbc.query(LOCK, Leases::read, assignmentId, workerId).stream().findFirst();
    }

    /** Also counts the answer in the worker's record, in the same statement. */
    void submit(Lease submitted) {
        jdbc.update(
                SUBMIT,
                Timestamp.from(submitted.endedAtOrThrow()),
                submitted.answerHash(),
                submitted.assignmentId(),
                submitted.workerId());
    }

    void giveBack(Lease returned) {
        jdbc.update(RETURN, Timestamp.from(returned.endedAtOrThrow()), returned.assignmentId());
    }

    /** Ends all leases on these stripes whose time is over; the caller holds the stripes. */
    List<HeldLease> abandonDue(Collection<Stripe> stripes, Instant now) {
        return jdbc.query(
                ABANDON,
                Leases::read,
                Timestamp.from(now),
                stripes.stream().map(Stripe::taskId).toArray(String[]::new),
                stripes.stream().map(Stripe::number).toArray(Integer[]::new),
                Timestamp.from(now));
    }

    private static HeldLease read(ResultSet row, int number) throws SQLException {
        var endedAt = row.getTimestamp("ended_at");
        var lease = new Lease(
                row.getString("assignment_id"),
                row.getString("task_id"),
                row.getInt("stripe"),
                row.getString("worker_id"),
                row.getString("requester_id"),
                Lease.Status.valueOf(row.getString("status")),
                row.getTimestamp("accepted_at").toInstant(),
                row.getTimestamp("deadline").toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getString("answer_hash"));
        var price = new Price(row.getLong("reward_minor"), row.getLong("fee_minor"), row.getString("currency"));
        return new HeldLease(
                lease,
                row.getString("batch_id"),
                row.getString("funds_id"),
                price,
                row.getLong("auto_approval_delay_seconds"));
    }
}
