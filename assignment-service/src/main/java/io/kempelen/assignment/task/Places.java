package io.kempelen.assignment.task;

import io.kempelen.assignment.task.domain.Stripes;
import io.kempelen.assignment.task.domain.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The free places of tasks. Everything that takes or gives one locks its stripe first, assignments after; what concerns a
 * whole task locks the task, then all its stripes in order. So nobody waits in a ring, and sums are exact.
 */
@Repository
class Places {

    private static final String PUT = """
            INSERT INTO place_stripe (task_id, stripe, free, open, reward_minor) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (task_id, stripe) DO UPDATE SET free = place_stripe.free + excluded.free, open = excluded.open""";

    private static final String LOCK =
            "SELECT task_id, free FROM place_stripe WHERE task_id = ANY (?) ORDER BY task_id, stripe FOR UPDATE";

    private static final String CLOSE = "UPDATE place_stripe SET free = 0, open = false WHERE task_id = ANY (?)";

    private static final String PENDING = """
            SELECT task_id FROM assignment WHERE task_id = ANY (?) AND status = 'ACCEPTED'
            ORDER BY assignment_id FOR UPDATE""";

    private final JdbcTemplate jdbc;

    Places(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds places to tasks whose rows the caller has just made or locked, and opens or shuts their stripes as the tasks are. */
    void put(List<Task> tasks, Map<String, Integer> added) {
        var rows = new ArrayList<Object[]>(tasks.size());
        for (var task : tasks) {
            var spread = Stripes.spread(added.getOrDefault(task.taskId(), 0), Stripes.count(task.places()));
            for (int stripe = 0; stripe < spread.length; stripe++) {
                rows.add(new Object[] {
                    task.taskId(),
                    stripe,
                    spread[stripe],
                    task.isOpen(),
                    task.price().rewardMinor()
                });
            }
        }
        jdbc.batchUpdate(PUT, rows);
    }

    /** Takes all free places away for good and tells how many there were, per task. */
    Map<String, Integer> close(Collection<String> taskIds) {
        var ids = taskIds.toArray(String[]::new);
        var free = new HashMap<String, Integer>();
        jdbc.query(
                LOCK,
                row -> {
                    free.merge(row.getString("task_id"), row.getInt("free"), Integer::sum);
                },
                (Object) ids);
        jdbc.update(CLOSE, (Object) ids);
        return free;
    }

    /** False when this event's places were opened before. */
    boolean reopen(UUID eventId, String taskId) {
        return jdbc.update(
                        "INSERT INTO reopening (event_id, task_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        eventId,
                        taskId)
                == 1;
    }

    /** How many places somebody is working on, per task; they stay as they are until the transaction ends. */
    Map<String, Integer> lockPending(Collection<String> taskIds) {
        var pending = new HashMap<String, Integer>();
        jdbc.query(
                PENDING,
                row -> {
                    pending.merge(row.getString("task_id"), 1, Integer::sum);
                },
                (Object) taskIds.toArray(String[]::new));
        return pending;
    }
}
