package io.kempelen.task.batch;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far a batch is, added up when asked for: a counter of its own would be one hot row. */
@Repository
class Progress {

    private final JdbcTemplate jdbc;

    Progress(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Sums over the tasks of a batch; {@code submitted} are all answers given, decided or not. */
    record Counts(
            int tasks,
            int published,
            long places,
            long available,
            long pending,
            long submitted,
            long approved,
            long rejected,
            long paid,
            int completedTasks) {}

    Counts of(String batchId) {
        var paid = jdbc.queryForObject("SELECT count(paid_at) FROM assignment WHERE batch_id = ?", Long.class, batchId);
        return jdbc.queryForObject(
                """
                SELECT count(*), count(*) FILTER (WHERE state <> 'DRAFT'), COALESCE(sum(places), 0), COALESCE(sum(pending), 0),
                  COALESCE(sum(submitted), 0), COALESCE(sum(approved), 0), COALESCE(sum(rejected), 0), count(completed_at)
                FROM task WHERE batch_id = ?""",
                (row, n) -> {
                    long undecided = row.getLong(5);
                    long decided = row.getLong(6) + row.getLong(7);
                    return new Counts(
                            row.getInt(1),
                            row.getInt(2),
                            row.getLong(3),
                            row.getLong(3) - row.getLong(4) - undecided - decided,
                            row.getLong(4),
                            undecided + decided,
                            row.getLong(6),
                            row.getLong(7),
                            paid == null ? 0 : paid,
                            row.getInt(8));
                },
                batchId);
    }
}
