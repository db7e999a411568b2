package io.kempelen.messaging.inbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/** Up to where each partition has taken effect, kept in the database the effects are in. */
final class Watermarks {

    private final JdbcTemplate jdbc;

    Watermarks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks and reads; a second consumer of the same partitions waits here and then finds nothing left to do. */
    Map<TopicPartition, Long> lock(Collection<TopicPartition> partitions) {
        var found = locked(partitions);
        var fresh = partitions.stream()
                .filter(partition -> !found.containsKey(partition))
                .map(partition -> new Object[] {partition.topic(), partition.partition()})
                .toList();
        if (fresh.isEmpty()) return found;
        jdbc.batchUpdate(
                "INSERT INTO inbox_watermark (topic, partition, next_offset) VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                fresh);
        return locked(partitions);
    }

    /** In the order of partitions, so that two consumers never wait for each other in a ring. */
    private Map<TopicPartition, Long> locked(Collection<TopicPartition> partitions) {
        var positions = new HashMap<TopicPartition, Long>();
        jdbc.query(
                """
                SELECT topic, partition, next_offset FROM inbox_watermark
                WHERE (topic, partition) IN (SELECT * FROM unnest(?::text[], ?::int[]))
                ORDER BY topic, partition FOR UPDATE""",
                row -> {
                    positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                },
                partitions.stream().map(TopicPartition::topic).toArray(String[]::new),
                partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new));
        return positions;
    }

    /** Moves on, notes the events, and answers those of them that were not noted before. */
    Set<UUID> advance(Map<TopicPartition, Long> nextOffsets, List<UUID> events) {
        var partitions = List.copyOf(nextOffsets.keySet());
        return new HashSet<>(jdbc.queryForList(
                """
                WITH moved AS (
                    UPDATE inbox_watermark w SET next_offset = n.next_offset
                    FROM unnest(?::text[], ?::int[], ?::bigint[]) AS n (topic, partition, next_offset)
                    WHERE w.topic = n.topic AND w.partition = n.partition)
                INSERT INTO inbox_event (event_id) SELECT unnest(?::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id""",
                UUID.class,
                partitions.stream().map(TopicPartition::topic).toArray(String[]::new),
                partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new),
                partitions.stream().map(nextOffsets::get).toArray(Long[]::new),
                events.toArray(UUID[]::new)));
    }

    /** Where to go on reading, for the partitions that were read before. */
    Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        var positions = new HashMap<TopicPartition, Long>();
        for (var partition : partitions) {
            var found = read(partition);
            if (!found.isEmpty()) positions.put(partition, found.getFirst());
        }
        return positions;
    }

    private List<Long> read(TopicPartition partition) {
        return jdbc.queryForList(
                "SELECT next_offset FROM inbox_watermark WHERE topic = ? AND partition = ?",
                Long.class,
                partition.topic(),
                partition.partition());
    }

    /**
     * Ties a topic's watermarks to the topic's own id.
     *
     * @throws IllegalStateException if the topic was deleted and made anew: its offsets mean something else now
     */
    void bind(String topic, int partitions, String topicId) {
        var known = new TreeSet<>(jdbc.queryForList(
                "SELECT topic_id FROM inbox_watermark WHERE topic = ? AND topic_id IS NOT NULL", String.class, topic));
        if (!known.isEmpty() && !known.equals(new TreeSet<>(List.of(topicId)))) {
            throw new IllegalStateException(
                    "Topic " + topic + " was deleted and made anew: its offsets no longer fit this"
                            + " database. Restore the topic, or delete its rows in inbox_watermark to read it from the start.");
        }
        for (int partition = 0; partition < partitions; partition++) {
            jdbc.update(
                    "INSERT INTO inbox_watermark (topic, partition, topic_id, next_offset) VALUES (?, ?, ?, 0)"
                            + " ON CONFLICT (topic, partition) DO UPDATE SET topic_id = excluded.topic_id",
                    topic,
                    partition,
                    topicId);
        }
    }

    /** Those of the events that some replica has applied. */
    List<UUID> applied(Set<UUID> events) {
        return jdbc.queryForList("SELECT event_id FROM inbox_event WHERE event_id = ANY (?)", UUID.class, (Object)
                events.toArray(UUID[]::new));
    }

    /**
     * Forgets events seen before. An event can be old when it is first seen, so its birth, by which the time-ordered ids find
     * it, does not decide.
     */
    void forget(Instant before) {
        jdbc.update(
                "DELETE FROM inbox_event WHERE event_id < ? AND seen_at < ?",
                UuidCreator.getTimeOrderedEpochMin(before),
                Timestamp.from(before));
    }
}
