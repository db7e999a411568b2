package io.kempelen.review.intake;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which changes of places took effect: kept for ever, as a sender may publish once more long after the inbox has forgotten. */
@Repository
class PlaceChanges {

    private final JdbcTemplate jdbc;

    PlaceChanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the changes and answers those that were not noted before. */
    List<PlaceChange> fresh(List<PlaceChange> changes) {
        if (changes.isEmpty()) return changes;
        var noted = new HashSet<>(jdbc.queryForList(
                """
                INSERT INTO place_change (event_id, task_id) SELECT * FROM unnest(?::uuid[], ?::text[])
                ON CONFLICT DO NOTHING RETURNING event_id""",
                UUID.class,
                changes.stream().map(PlaceChange::eventId).toArray(UUID[]::new),
                changes.stream().map(PlaceChange::taskId).toArray(String[]::new)));
        return changes.stream().filter(change -> noted.remove(change.eventId())).toList();
    }
}
