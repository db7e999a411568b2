package io.kempelen.payout.bonus;

import io.kempelen.payout.bonus.domain.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All assignments handed in: a projection of kempelen.assignments, written a batch at a time. */
@Component
class Works {

    private static final int PATIENCE = 20;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final JdbcTemplate jdbc;

    Works(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void remember(List<Work> works) {
        jdbc.update(
                """
                INSERT INTO work (assignment_id, task_id, worker_id, requester_id)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) ON CONFLICT (assignment_id) DO NOTHING""",
                works.stream().map(Work::assignmentId).toArray(String[]::new),
                works.stream().map(Work::taskId).toArray(String[]::new),
                works.stream().map(Work::workerId).toArray(String[]::new),
                works.stream().map(Work::requesterId).toArray(String[]::new));
    }

    /** Work handed in a moment ago may still be on its way from assignment-service: waits for it, for a second at most. */
    void await(String assignmentId) {
        for (int attempt = 0; attempt < PATIENCE && find(assignmentId).isEmpty(); attempt++) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    Optional<Work> find(String assignmentId) {
        return jdbc
                .query(
                        "SELECT assignment_id, task_id, worker_id, requester_id FROM work WHERE assignment_id = ?",
                        (row, n) -> new Work(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        assignmentId)
                .stream()
                .findFirst();
    }
}
