package io.kempelen.assignment.block;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which workers which requesters want no more work of. */
@Repository
class Blocks {

    private static final String PUT = """
            INSERT INTO block (requester_id, worker_id, reason, blocked_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (requester_id, worker_id) DO UPDATE SET reason = excluded.reason
            RETURNING worker_id, reason, blocked_at""";

    private static final String DELETE = "DELETE FROM block WHERE requester_id = ? AND worker_id = ?";

    private static final String FIND =
            "SELECT worker_id, reason, blocked_at FROM block WHERE requester_id = ? AND worker_id = ?";

    private static final String PAGE = """
            SELECT worker_id, reason, blocked_at FROM block WHERE requester_id = ? AND worker_id > ?
            ORDER BY worker_id LIMIT ?""";

    private final JdbcTemplate jdbc;

    Blocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Block(String workerId, String reason, Instant blockedAt) {}

    /** The block as it stands; one that stood before keeps its time. */
    Block put(String requesterId, String workerId, String reason, Instant now) {
        return jdbc.query(PUT, Blocks::read, requesterId, workerId, reason, Timestamp.from(now))
                .getFirst();
    }

    boolean delete(String requesterId, String workerId) {
        return jdbc.update(DELETE, requesterId, workerId) > 0;
    }

    Optional<Block> find(String requesterId, String workerId) {
        return jdbc.query(FIND, Blocks::read, requesterId, workerId).stream().findFirst();
    }

    List<Block> page(String requesterId, String after, int limit) {
        return jdbc.query(PAGE, Blocks::read, requesterId, after, limit);
    }

    private static Block read(ResultSet row, int number) throws SQLException {
        return new Block(
                row.getString("worker_id"),
                row.getString("reason"),
                row.getTimestamp("blocked_at").toInstant());
    }
}
