package io.kempelen.assignment.task;

import io.kempelen.assignment.task.domain.Price;
import io.kempelen.assignment.task.domain.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All tasks that were ever open here. The bean called tasks is the stream function of that topic. */
@Repository("taskRows")
class Tasks {

    private static final String COLUMNS = """
            task_id, task_type_id, batch_id, requester_id, funds_id, listing_id, requirement_set_id, reward_minor, fee_minor,
            currency, duration_seconds, auto_approval_delay_seconds, places, status, expires_at, closing, published_at""";

    private static final String INSERT = "INSERT INTO task (" + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (task_id) DO NOTHING";

    private static final String KNOWN = "SELECT task_id FROM task WHERE task_id = ANY (?)";

    private static final String LOCK =
            "SELECT " + COLUMNS + " FROM task WHERE task_id = ANY (?) ORDER BY task_id FOR UPDATE";

    private static final String LOCK_DUE = "SELECT " + COLUMNS
            + " FROM task WHERE status = 'OPEN' AND expires_at <= ? ORDER BY expires_at, task_id LIMIT ? FOR UPDATE SKIP LOCKED";

    private static final String UPDATE =
            "UPDATE task SET places = ?, status = ?, expires_at = ?, closing = ? WHERE task_id = ?";

    private final JdbcTemplate jdbc;

    Tasks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> known(Collection<String> taskIds) {
        return new HashSet<>(jdbc.queryForList(KNOWN, String.class, (Object) taskIds.toArray(String[]::new)));
    }

    void insert(List<Task> tasks) {
        jdbc.batchUpdate(INSERT, tasks.stream().map(Tasks::row).toList());
    }

    /** In the order of ids. */
    List<Task> lock(Collection<String> taskIds) {
        return jdbc.query(LOCK, Tasks::read, (Object) taskIds.toArray(String[]::new));
    }

    /** The open tasks whose time is over, oldest first; those that another replica is closing are skipped. */
    List<Task> lockDue(Instant now, int limit) {
        return jdbc.query(LOCK_DUE, Tasks::read, Timestamp.from(now), limit);
    }

    void update(List<Task> tasks) {
        jdbc.batchUpdate(
                UPDATE,
                tasks.stream()
                        .map(task -> new Object[] {
                            task.places(),
                            task.status().name(),
                            Timestamp.from(task.expiresAt()),
                            task.closing(),
                            task.taskId()
                        })
                        .toList());
    }

    private static Object[] row(Task task) {
        return new Object[] {
            task.taskId(),
            task.taskTypeId(),
            task.batchId(),
            task.requesterId(),
            task.fundsId(),
            task.listingId(),
            task.requirementSetId(),
            task.price().rewardMinor(),
            task.price().feeMinor(),
            task.price().currency(),
            task.durationSeconds(),
            task.autoApprovalDelaySeconds(),
            task.places(),
            task.status().name(),
            Timestamp.from(task.expiresAt()),
            task.closing(),
            Timestamp.from(task.publishedAt())
        };
    }

    private static Task read(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getString("task_id"),
                row.getString("task_type_id"),
                row.getString("batch_id"),
                row.getString("requester_id"),
                row.getString("funds_id"),
                row.getString("listing_id"),
                row.getString("requirement_set_id"),
                new Price(row.getLong("reward_minor"), row.getLong("fee_minor"), row.getString("currency")),
                row.getLong("duration_seconds"),
                row.getLong("auto_approval_delay_seconds"),
                row.getInt("places"),
                Task.Status.valueOf(row.getString("status")),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("closing"),
                row.getTimestamp("published_at").toInstant());
    }
}
