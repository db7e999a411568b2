package io.kempelen.assignment.lease;

import io.kempelen.assignment.lease.domain.Lease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Takes places and gives them back. A stripe is always locked before a lease on it. */
@Repository
class StripeLocks {

    /** Takes a stripe nobody is busy with; the lease is written only if its worker has none here, the place taken only then. */
    private static final String TAKE = """
            WITH place AS (
                SELECT stripe FROM place_stripe WHERE task_id = ? AND free > 0
                ORDER BY stripe LIMIT 1 FOR UPDATE SKIP LOCKED),
            lease AS (
                INSERT INTO assignment
                    (assignment_id, task_id, stripe, worker_id, requester_id, status, accepted_at, deadline)
                SELECT ?, ?, place.stripe, ?, ?, 'ACCEPTED', ?, ? FROM place
                ON CONFLICT (task_id, worker_id) WHERE status IN ('ACCEPTED', 'SUBMITTED') DO NOTHING
                RETURNING stripe),
            taken AS (
                UPDATE place_stripe p SET free = p.free - 1 FROM lease
                WHERE p.task_id = ? AND p.stripe = lease.stripe)
            SELECT (SELECT count(*) FROM place) AS places, (SELECT stripe FROM lease) AS stripe""";

    private static final String SEEN =
            "SELECT task_id, stripe, free, open FROM place_stripe WHERE task_id = ? ORDER BY stripe";

    private static final String LOCK_ALL = SEEN + " FOR UPDATE";

    private static final String LOCK =
            "SELECT task_id, stripe, free, open FROM place_stripe WHERE task_id = ? AND stripe = ? FOR UPDATE";

    private static final String LOCK_DUE = """
            WITH due AS (
                SELECT task_id, stripe FROM assignment WHERE status = 'ACCEPTED' AND deadline <= ? ORDER BY deadline LIMIT ?)
            SELECT task_id, stripe, free, open FROM place_stripe WHERE (task_id, stripe) IN (SELECT task_id, stripe FROM due)
            ORDER BY task_id, stripe FOR UPDATE SKIP LOCKED""";

    private static final String RELEASE = "UPDATE place_stripe SET free = free + ? WHERE task_id = ? AND stripe = ?";

    private final JdbcTemplate jdbc;

    StripeLocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What a try to take a place brought: whether one was there, and on which stripe it was had. */
    record Taken(boolean placeFound, @Nullable Integer stripe) {}

    Taken take(Lease wanted) {
        var taken = jdbc.queryForObject(
                TAKE,
                (row, number) -> new Taken(row.getInt("places") > 0, row.getObject("stripe", Integer.class)),
                wanted.taskId(),
                wanted.assignmentId(),
                wanted.taskId(),
                wanted.workerId(),
                wanted.requesterId(),
                Timestamp.from(wanted.acceptedAt()),
                Timestamp.from(wanted.deadline()),
                wanted.taskId());
        if (taken == null) throw new IllegalStateException("A select without condition has one row");
        return taken;
    }

    /** As last committed; waits for nobody, so that the many who come to a full task do not queue. */
    List<Stripe> see(String taskId) {
        return jdbc.query(SEEN, StripeLocks::read, taskId);
    }

    /** Waits for whoever is busy with the task's stripes, so that what it tells is how it is. */
    List<Stripe> lockAll(String taskId) {
        return jdbc.query(LOCK_ALL, StripeLocks::read, taskId);
    }

    Stripe lock(String taskId, int stripe) {
        var locked = jdbc.queryForObject(LOCK, StripeLocks::read, taskId, stripe);
        if (locked == null) throw new IllegalStateException("No stripe " + stripe + " of task " + taskId);
        return locked;
    }

    /** The stripes with leases whose time is over; those that somebody is busy with are left for the next time. */
    List<Stripe> lockDue(Instant now, int leases) {
        return jdbc.query(LOCK_DUE, StripeLocks::read, Timestamp.from(now), leases);
    }

    void release(Map<Stripe, Integer> places) {
        jdbc.batchUpdate(RELEASE, rows(places.entrySet()));
    }

    private static List<Object[]> rows(Collection<Map.Entry<Stripe, Integer>> places) {
        return places.stream()
                .map(entry -> new Object[] {
                    entry.getValue(), entry.getKey().taskId(), entry.getKey().number()
                })
                .toList();
    }

    private static Stripe read(ResultSet row, int number) throws SQLException {
        return new Stripe(row.getString("task_id"), row.getInt("stripe"), row.getInt("free"), row.getBoolean("open"));
    }
}
