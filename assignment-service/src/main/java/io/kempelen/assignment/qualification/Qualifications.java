package io.kempelen.assignment.qualification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which workers have which qualifications, with what value. */
@Repository
class Qualifications {

    private static final String COLUMNS = "qualification_type_id, worker_id, value, status, granted_at";

    private static final String GRANT = """
            INSERT INTO qualification (worker_id, qualification_type_id, value, status, granted_at)
            VALUES (?, ?, ?, 'GRANTED', ?)
            ON CONFLICT (worker_id, qualification_type_id) DO UPDATE
            SET value = excluded.value, status = 'GRANTED', granted_at = excluded.granted_at
            WHERE qualification.status <> 'GRANTED' OR qualification.value <> excluded.value""";

    private static final String REVOKE = """
            UPDATE qualification SET status = 'REVOKED'
            WHERE worker_id = ? AND qualification_type_id = ? AND status = 'GRANTED'""";

    private static final String FIND =
            "SELECT " + COLUMNS + " FROM qualification WHERE worker_id = ? AND qualification_type_id = ?";

    private static final String PAGE_OF_TYPE = "SELECT " + COLUMNS
            + " FROM qualification WHERE qualification_type_id = ? AND worker_id > ? AND status = ? ORDER BY worker_id LIMIT ?";

    private static final String PAGE_OF_WORKER = "SELECT " + COLUMNS
            + " FROM qualification WHERE worker_id = ? AND qualification_type_id > ? AND status = 'GRANTED'"
            + " ORDER BY qualification_type_id LIMIT ?";

    private final JdbcTemplate jdbc;

    Qualifications(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Qualification(String qualificationTypeId, String workerId, int value, String status, Instant grantedAt) {

        boolean isGranted() {
            return status.equals("GRANTED");
        }
    }

    /** Whether that changed anything. */
    boolean grant(String typeId, String workerId, int value, Instant now) {
        return jdbc.update(GRANT, workerId, typeId, value, Timestamp.from(now)) > 0;
    }

    /** Whether there was anything to revoke. */
    boolean revoke(String typeId, String workerId) {
        return jdbc.update(REVOKE, workerId, typeId) > 0;
    }

    Optional<Qualification> find(String typeId, String workerId) {
        return jdbc.query(FIND, Qualifications::read, workerId, typeId).stream().findFirst();
    }

    List<Qualification> pageOfType(String typeId, String status, String after, int limit) {
        return jdbc.query(PAGE_OF_TYPE, Qualifications::read, typeId, after, status, limit);
    }

    List<Qualification> pageOfWorker(String workerId, String after, int limit) {
        return jdbc.query(PAGE_OF_WORKER, Qualifications::read, workerId, after, limit);
    }

    private static Qualification read(ResultSet row, int number) throws SQLException {
        return new Qualification(
                row.getString("qualification_type_id"),
                row.getString("worker_id"),
                row.getInt("value"),
                row.getString("status"),
                row.getTimestamp("granted_at").toInstant());
    }
}
