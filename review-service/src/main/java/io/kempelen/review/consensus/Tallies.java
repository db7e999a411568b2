package io.kempelen.review.consensus;

import io.kempelen.review.consensus.domain.Label;
import io.kempelen.review.consensus.domain.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How many answers of each task say the same, kept as they come: a task with 100,000 answers is never counted again. */
@Repository
public class Tallies {

    private static final String COUNT = """
            INSERT INTO tally (task_id, label_hash, label, votes) VALUES (?, ?, ?, ?)
            ON CONFLICT (task_id, label_hash) DO UPDATE SET votes = tally.votes + excluded.votes""";
    private static final String LEADERS = """
            SELECT lead.* FROM unnest(?::text[]) AS wanted (task_id)
            CROSS JOIN LATERAL (
                SELECT * FROM tally WHERE tally.task_id = wanted.task_id AND votes > 0
                ORDER BY votes DESC, label_hash LIMIT 2) AS lead""";

    private final JdbcTemplate jdbc;

    Tallies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Votes for a label of a task that came or, below zero, went. */
    public record Change(String taskId, Label label, int votes) {}

    public void count(Collection<Change> changes) {
        var rows = changes.stream()
                .filter(change ->
                        change.votes() != 0 || !change.label().json().isEmpty()) // a label is kept with its first vote
                .map(change -> new Object[] {
                    change.taskId(), change.label().hash(), change.label().json(), change.votes()
                })
                .toList();
        if (!rows.isEmpty()) jdbc.batchUpdate(COUNT, rows);
    }

    public Map<String, Standing> standings(Collection<String> taskIds) {
        var standings = new HashMap<String, Standing>();
        if (taskIds.isEmpty()) return standings;
        for (var row : jdbc.query(LEADERS, Tallies::read, (Object) taskIds.toArray(String[]::new))) {
            standings.merge(row.taskId(), new Standing(row.label(), row.votes(), 0), Tallies::behind);
        }
        return standings;
    }

    /** The labels with most votes, for people to look at. */
    public List<Change> leaders(String taskId, int limit) {
        return jdbc.query(
                "SELECT * FROM tally WHERE task_id = ? AND votes > 0 ORDER BY votes DESC, label_hash LIMIT ?",
                Tallies::read,
                taskId,
                limit);
    }

    private static Standing behind(Standing first, Standing second) {
        return first.lead() >= second.lead()
                ? new Standing(first.leader(), first.lead(), second.lead())
                : new Standing(second.leader(), second.lead(), first.lead());
    }

    private static Change read(ResultSet row, int ignored) throws SQLException {
        return new Change(
                row.getString("task_id"),
                new Label(row.getString("label_hash"), row.getString("label")),
                row.getInt("votes"));
    }
}
