package io.kempelen.payout.hold;

import io.kempelen.payout.hold.domain.Settlement;
import io.kempelen.payout.hold.domain.Settlement.Outcome;
import io.kempelen.payout.hold.domain.Settlement.Price;
import io.kempelen.payout.hold.domain.Settlement.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What became of every place. The primary key is the promise that none is settled twice. */
@Component
class Settlements {

    private final JdbcTemplate jdbc;

    Settlements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what is new and says which those were; a null time means that the settlement waits for its hold. */
    Set<String> insert(List<Settlement> rows, @Nullable Instant settledAt) {
        if (rows.isEmpty()) return Set.of();
        return new HashSet<>(jdbc.queryForList(
                """
                INSERT INTO settlement (id, outcome, cause, funds_id, requester_id, worker_id, task_id, batch_id,
                    assignment_id, currency, reward, fee, places, settled_at)
                SELECT s.*, ?::timestamptz FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::int[]) AS s
                ON CONFLICT (id) DO NOTHING RETURNING id""",
                String.class,
                settledAt == null ? null : settledAt.atOffset(ZoneOffset.UTC),
                texts(rows, Settlement::id),
                texts(rows, row -> row.outcome().name()),
                texts(rows, row -> row.reason().name()),
                texts(rows, Settlement::fundsId),
                texts(rows, Settlement::requesterId),
                texts(rows, Settlement::workerId),
                texts(rows, Settlement::taskId),
                texts(rows, Settlement::batchId),
                texts(rows, Settlement::assignmentId),
                texts(rows, row -> row.price().currency()),
                rows.stream().map(row -> row.price().reward()).toArray(Long[]::new),
                rows.stream().map(row -> row.price().fee()).toArray(Long[]::new),
                rows.stream().map(Settlement::places).toArray(Integer[]::new)));
    }

    Map<String, Outcome> outcomes(Collection<String> ids) {
        var outcomes = new HashMap<String, Outcome>();
        if (ids.isEmpty()) return outcomes;
        jdbc.query(
                "SELECT id, outcome FROM settlement WHERE id = ANY (?)",
                row -> {
                    outcomes.put(row.getString(1), Outcome.valueOf(row.getString(2)));
                },
                (Object) ids.toArray(String[]::new));
        return outcomes;
    }

    /** Early facts about these holds, in the order of their places' ids. */
    List<Settlement> waiting(Collection<String> fundsIds) {
        if (fundsIds.isEmpty()) return List.of();
        return jdbc.query("""
                SELECT id, cause, funds_id, requester_id, worker_id, task_id, batch_id, assignment_id, reward, fee, currency, places
                FROM settlement WHERE funds_id = ANY (?) AND settled_at IS NULL ORDER BY id FOR UPDATE""", (row, n) -> read(row), (Object) fundsIds.toArray(String[]::new));
    }

    void settled(Collection<String> ids, Instant now) {
        if (ids.isEmpty()) return;
        jdbc.update(
                "UPDATE settlement SET settled_at = ? WHERE id = ANY (?)",
                now.atOffset(ZoneOffset.UTC),
                ids.toArray(String[]::new));
    }

    private static Settlement read(ResultSet row) throws SQLException {
        return new Settlement(
                row.getString("id"),
                Reason.valueOf(row.getString("cause")),
                row.getString("funds_id"),
                row.getString("requester_id"),
                row.getString("worker_id"),
                row.getString("task_id"),
                row.getString("batch_id"),
                row.getString("assignment_id"),
                new Price(row.getLong("reward"), row.getLong("fee"), row.getString("currency")),
                row.getInt("places"));
    }

    private static @Nullable String[] texts(List<Settlement> rows, Function<Settlement, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
