package io.kempelen.review.docket;

import io.kempelen.review.docket.domain.Docket;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * All dockets. Written by hand rather than generated: they are locked and saved many at a time, always in the order of their
 * ids, so that two transactions never wait for each other in a circle.
 */
@Repository
public class Dockets {

    private static final String LOCK = "SELECT * FROM docket WHERE task_id = ANY(?) ORDER BY task_id FOR UPDATE";

    private final JdbcTemplate jdbc;

    Dockets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the dockets of these tasks; opens those that do not exist yet. */
    public Map<String, Docket> lock(Map<String, Docket> wanted) {
        var found = lock(LOCK, wanted.keySet());
        var missing = new TreeSet<>(wanted.keySet());
        missing.removeAll(found.keySet());
        if (missing.isEmpty()) return found;
        open(missing.stream().map(wanted::get).toList());
        found.putAll(lock(LOCK, missing));
        return found;
    }

    /** Locks those that nobody else holds: for work that can as well be done a moment later. */
    public Map<String, Docket> lockFree(Collection<String> taskIds) {
        return lock(LOCK + " SKIP LOCKED", taskIds);
    }

    /** One task whose decided answers are too many for the transaction that decided them. */
    public Optional<Docket> lockUnswept() {
        return jdbc
                .query(
                        "SELECT * FROM docket WHERE sweep_after IS NOT NULL ORDER BY task_id LIMIT 1 FOR UPDATE SKIP LOCKED",
                        DocketRow::read)
                .stream()
                .findFirst();
    }

    public Optional<Docket> find(String taskId) {
        return jdbc.query("SELECT * FROM docket WHERE task_id = ?", DocketRow::read, taskId).stream()
                .findFirst();
    }

    public void save(Collection<Docket> dockets) {
        if (dockets.isEmpty()) return;
        jdbc.batchUpdate(
                DocketRow.UPDATE, dockets.stream().map(DocketRow::write).toList());
    }

    private Map<String, Docket> lock(String sql, Collection<String> taskIds) {
        if (taskIds.isEmpty()) return new LinkedHashMap<>();
        var ids = taskIds.toArray(String[]::new);
        return jdbc.query(sql, DocketRow::read, (Object) ids).stream()
                .collect(Collectors.toMap(Docket::taskId, docket -> docket, (one, other) -> one, LinkedHashMap::new));
    }

    private void open(List<Docket> dockets) {
        jdbc.batchUpdate(
                "INSERT INTO docket (task_id, requester_id, batch_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                dockets.stream()
                        .map(docket -> new Object[] {docket.taskId(), docket.requesterId(), docket.batchId()})
                        .toList());
    }
}
