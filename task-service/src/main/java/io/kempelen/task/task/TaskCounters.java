package io.kempelen.task.task;

import io.kempelen.task.task.domain.Task;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes what events change of tasks, and nothing else of their rows. */
@Repository
class TaskCounters {

    private final JdbcTemplate jdbc;

    TaskCounters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void update(List<Task> tasks) {
        if (tasks.isEmpty()) return;
        jdbc.batchUpdate("""
                UPDATE task SET pending = ?, submitted = ?, approved = ?, rejected = ?, wanted = ?, released = ?, closing = ?,
                  closed = ?, completed_at = ?, reviewing = ? WHERE task_id = ?""", tasks.stream().map(TaskCounters::row).toList());
    }

    private static @Nullable Object[] row(Task task) {
        var completed = task.completedAt();
        return new @Nullable Object[] {
            task.pending(),
            task.submitted(),
            task.approved(),
            task.rejected(),
            task.wanted(),
            task.released(),
            task.closing(),
            task.closed(),
            completed == null ? null : Timestamp.from(completed),
            task.reviewing(),
            task.taskId()
        };
    }
}
