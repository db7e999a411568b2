package io.kempelen.assignment.lease;

import io.kempelen.assignment.lease.domain.Application;
import io.kempelen.assignment.qualification.RequirementSets;
import io.kempelen.assignment.qualification.domain.Region;
import io.kempelen.assignment.qualification.domain.Standing;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All that decides whether a worker may take a place, in one statement: accepting is the hot path. */
@Repository
class Applications {

    private static final String FIND = """
            SELECT t.task_id, t.requester_id, t.status = 'OPEN' AS open, t.expires_at, t.duration_seconds, t.requirement_set_id,
                   t.currency AS reward_currency, w.currency AS account_currency,
                   w.country, w.subdivision, w.adult, coalesce(w.suspended, false) AS suspended,
                   coalesce(w.submitted, 0) AS submitted, coalesce(w.approved, 0) AS approved,
                   coalesce(w.rejected, 0) AS rejected,
                   EXISTS (SELECT 1 FROM block b WHERE b.requester_id = t.requester_id AND b.worker_id = ?) AS blocked,
                   (SELECT a.assignment_id FROM assignment a WHERE a.task_id = t.task_id AND a.worker_id = ?
                        AND a.status IN ('ACCEPTED', 'SUBMITTED')) AS current,
                   CASE WHEN r.granted_types <> '{}' THEN ARRAY (
                       SELECT q.qualification_type_id || ' ' || q.value FROM qualification q
                       WHERE q.worker_id = ? AND q.qualification_type_id = ANY (r.granted_types) AND q.status = 'GRANTED')
                   END AS grants
            FROM task t JOIN requirement_set r ON r.requirement_set_id = t.requirement_set_id
            LEFT JOIN worker w ON w.worker_id = ? WHERE t.task_id = ?""";

    private final JdbcTemplate jdbc;
    private final RequirementSets requirementSets;

    Applications(JdbcTemplate jdbc, RequirementSets requirementSets) {
        this.jdbc = jdbc;
        this.requirementSets = requirementSets;
    }

    Optional<Application> find(String workerId, String taskId) {
        return jdbc
                .query(FIND, (row, number) -> read(row, workerId), workerId, workerId, workerId, workerId, taskId)
                .stream()
                .findFirst();
    }

    private Application read(ResultSet row, String workerId) throws SQLException {
        return new Application(
                workerId,
                row.getString("task_id"),
                row.getString("requester_id"),
                row.getBoolean("open"),
                row.getTimestamp("expires_at").toInstant(),
                row.getLong("duration_seconds"),
                row.getBoolean("suspended"),
                row.getBoolean("blocked"),
                row.getString("current"),
                row.getString("reward_currency"),
                row.getString("account_currency"),
                requirementSets.byId(row.getString("requirement_set_id")),
                standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var country = row.getString("country");
        return new Standing(
                row.getInt("submitted"),
                row.getInt("approved"),
                row.getInt("rejected"),
                country == null ? null : new Region(country, row.getString("subdivision")),
                row.getObject("adult", Boolean.class),
                grants(row.getArray("grants")));
    }

    private static Map<String, Integer> grants(@Nullable Array pairs) throws SQLException {
        if (pairs == null) return Map.of();
        var grants = new HashMap<String, Integer>();
        for (var pair : (String[]) pairs.getArray()) {
            var space = pair.indexOf(' ');
            grants.put(pair.substring(0, space), Integer.valueOf(pair.substring(space + 1)));
        }
        return grants;
    }
}
