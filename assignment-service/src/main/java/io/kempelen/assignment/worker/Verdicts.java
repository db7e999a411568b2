package io.kempelen.assignment.worker;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The last verdict on each answer. */
@Repository
class Verdicts {

    private static final String SAVE = """
            INSERT INTO verdict (assignment_id, worker_id, approved, feedback, number) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (assignment_id) DO UPDATE
            SET approved = excluded.approved, feedback = excluded.feedback, number = excluded.number""";

    private static final String LOCK = """
            SELECT assignment_id, worker_id, approved, feedback, number FROM verdict WHERE assignment_id = ANY (?)
            ORDER BY assignment_id FOR UPDATE""";

    private final JdbcTemplate jdbc;

    Verdicts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number tells a later verdict on the same answer from a repeated one */
    record Verdict(
            String assignmentId,
            String workerId,
            boolean approved,
            @Nullable String feedback,
            long number) {

        Workers.Judged counted() {
            return approved ? new Workers.Judged(1, 0) : new Workers.Judged(0, 1);
        }

        Workers.Judged uncounted() {
            return approved ? new Workers.Judged(-1, 0) : new Workers.Judged(0, -1);
        }
    }

    Map<String, Verdict> lock(Collection<String> assignmentIds) {
        var found = new HashMap<String, Verdict>();
        jdbc.query(
                LOCK,
                row -> {
                    found.put(
                            row.getString(1),
                            new Verdict(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getBoolean(3),
                                    row.getString(4),
                                    row.getLong(5)));
                },
                (Object) assignmentIds.toArray(String[]::new));
        return found;
    }

    void saveAll(List<Verdict> verdicts) {
        jdbc.batchUpdate(
                SAVE,
                verdicts.stream()
                        .map(verdict -> new @Nullable Object[] {
                            verdict.assignmentId(),
                            verdict.workerId(),
                            verdict.approved(),
                            verdict.feedback(),
                            verdict.number()
                        })
                        .toList());
    }
}
