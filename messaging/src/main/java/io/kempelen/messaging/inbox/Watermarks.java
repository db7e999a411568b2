package io.kempelen.messaging.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Locks and reads; a second consumer of the same partition waits here and then finds nothing left to do. */
    long lock(TopicPartition partition) {
        var found = read(partition, " FOR UPDATE");
        if (!found.isEmpty()) return found.getFirst();
        jdbc.update(
                "INSERT INTO inbox_watermark (topic, partition, next_offset) VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                partition.topic(),
                partition.partition());
        return read(partition, " FOR UPDATE").getFirst();
    }

    void advance(Map<TopicPartition, Long> nextOffsets) {
        jdbc.batchUpdate(
                "UPDATE inbox_watermark SET next_offset = ? WHERE topic = ? AND partition = ?",
                nextOffsets.entrySet().stream()
                        .map(next -> new Object[] {
                            next.getValue(),
                            next.getKey().topic(),
                            next.getKey().partition()
                        })
                        .toList());
    }

    /** Where to go on reading, for the partitions that were read before. */
    Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        var positions = new HashMap<TopicPartition, Long>();
        for (var partition : partitions) {
            var found = read(partition, "");
            if (!found.isEmpty()) positions.put(partition, found.getFirst());
        }
        return positions;
    }

    private List<Long> read(TopicPartition partition, String lock) {
        return jdbc.queryForList(
                "SELECT next_offset FROM inbox_watermark WHERE topic = ? AND partition = ?" + lock,
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

    /** Notes the events and answers those that were not noted before. */
    java.util.Set<UUID> claim(List<UUID> events) {
        return new java.util.HashSet<>(jdbc.queryForList(
                "INSERT INTO inbox_event (event_id) SELECT unnest(?) ON CONFLICT DO NOTHING RETURNING event_id",
                UUID.class,
                (Object) events.toArray(UUID[]::new)));
    }

    boolean applied(UUID event) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM inbox_event WHERE event_id = ?)", Boolean.class, event));
    }

    /** Forgets events older than a time-ordered id; the watermark still keeps them from being applied again. */
    void forget(UUID before) {
        jdbc.update("DELETE FROM inbox_event WHERE event_id < ?", before);
    }
}
