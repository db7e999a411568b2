package io.kempelen.assignment.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tasks with free places, found by an index of just those: the thousands that are full cost nothing. */
@Repository
class OpenTasks {

    private static final String COLUMNS = """
            SELECT t.task_id, t.task_type_id, t.batch_id, t.requester_id, t.requirement_set_id, t.reward_minor, t.currency,
                   t.duration_seconds, t.expires_at, t.published_at, l.title, l.description, l.keywords
            """;

    private static final String BY_TASK = """
            FROM task t JOIN listing l ON l.listing_id = t.listing_id
            """;

    private static final String VISIBLE = """
            WHERE t.status = 'OPEN' AND t.expires_at > ? AND t.requester_id <> ?
            AND t.currency = coalesce((SELECT w.currency FROM worker w WHERE w.worker_id = ?), t.currency)
            AND NOT EXISTS (SELECT 1 FROM block b WHERE b.requester_id = t.requester_id AND b.worker_id = ?)
            AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = t.task_id AND a.worker_id = ?
                AND a.status IN ('ACCEPTED', 'SUBMITTED'))
            """;

    private static final String HAS_PLACE =
            "AND EXISTS (SELECT 1 FROM place_stripe p WHERE p.task_id = t.task_id AND p.available) ";

    private final JdbcTemplate jdbc;

    OpenTasks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record OpenTask(
            String taskId,
            String taskTypeId,
            @Nullable String batchId,
            String requesterId,
            String requirementSetId,
            long rewardMinor,
            String currency,
            long durationSeconds,
            Instant expiresAt,
            Instant publishedAt,
            String title,
            String description,
            String keywords) {

        Position position() {
            return new Position(rewardMinor, taskId);
        }
    }

    List<OpenTask> find(Query query, Position after, Instant now, int limit) {
        var sort = query.sort();
        var worker = query.workerId();
        var parameters = new ArrayList<@Nullable Object>();
        var sql = new StringBuilder(COLUMNS);
        if (query.isNarrow()) {
            sql.append(BY_TASK);
        } else {
            sql.append(byPlace(sort));
            parameters.addAll(Arrays.asList(after.parameters(sort)));
        }
        sql.append(VISIBLE);
        parameters.addAll(Arrays.asList(Timestamp.from(now), worker, worker, worker, worker));
        if (query.isNarrow()) {
            sql.append(HAS_PLACE).append("AND ").append(sort.after("t")).append(' ');
            parameters.addAll(Arrays.asList(after.parameters(sort)));
        }
        filter(query, sql, parameters);
        sql.append("ORDER BY ").append(sort.order(query.isNarrow() ? "t" : "s")).append(" LIMIT ?");
        parameters.add(limit);
        return jdbc.query(sql.toString(), OpenTasks::read, parameters.toArray());
    }

    private static void filter(Query query, StringBuilder sql, List<@Nullable Object> parameters) {
        if (query.batchId() != null) {
            sql.append("AND t.batch_id = ? ");
            parameters.add(query.batchId());
        }
        if (query.requesterId() != null) {
            sql.append("AND t.requester_id = ? ");
            parameters.add(query.requesterId());
        }
        if (query.minRewardMinor() != null) {
            sql.append("AND t.reward_minor >= ? ");
            parameters.add(query.minRewardMinor());
        }
        if (query.words() != null) {
            sql.append("AND t.listing_id IN (SELECT listing_id FROM listing WHERE position(lower(?) IN words) > 0) ");
            parameters.add(query.words());
        }
    }

    private static String byPlace(Sort sort) {
        return """
            FROM (SELECT DISTINCT ON (%s) s.task_id, s.reward_minor FROM place_stripe s
                  WHERE s.available AND %s ORDER BY %s) AS s
            JOIN task t ON t.task_id = s.task_id JOIN listing l ON l.listing_id = t.listing_id
            """.formatted(distinct(sort), sort.after("s"), sort.order("s"));
    }

    private static String distinct(Sort sort) {
        return switch (sort) {
            case NEWEST, OLDEST -> "s.task_id";
            case REWARD -> "s.reward_minor, s.task_id";
        };
    }

    private static OpenTask read(ResultSet row, int number) throws SQLException {
        return new OpenTask(
                row.getString("task_id"),
                row.getString("task_type_id"),
                row.getString("batch_id"),
                row.getString("requester_id"),
                row.getString("requirement_set_id"),
                row.getLong("reward_minor"),
                row.getString("currency"),
                row.getLong("duration_seconds"),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("published_at").toInstant(),
                row.getString("title"),
                row.getString("description"),
                row.getString("keywords"));
    }
}
