package io.kempelen.assignment.worker;

import io.kempelen.assignment.qualification.domain.Standing;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What a worker brings to any task: for searching, where many tasks are judged at once. */
@Repository
public class Standings {

    private static final String GRANTS =
            "SELECT qualification_type_id, value FROM qualification WHERE worker_id = ? AND status = 'GRANTED'";

    private final Workers workers;
    private final JdbcTemplate jdbc;

    Standings(Workers workers, JdbcTemplate jdbc) {
        this.workers = workers;
        this.jdbc = jdbc;
    }

    public Standing of(String workerId) {
        var grants = new HashMap<String, Integer>();
        jdbc.query(
                GRANTS,
                row -> {
                    grants.put(row.getString(1), row.getInt(2));
                },
                workerId);
        return workers.find(workerId).orElseGet(() -> Profile.unknown(workerId)).standing(grants);
    }

    /** What the worker's account is in, where that is known. */
    public Optional<String> currency(String workerId) {
        return workers.find(workerId).map(Profile::currency);
    }
}
