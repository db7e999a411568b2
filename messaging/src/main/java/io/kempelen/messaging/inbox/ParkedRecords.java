package io.kempelen.messaging.inbox;

import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.messaging.topic.Topics;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records that could not be applied, and the later ones of the same key that wait behind them. */
final class ParkedRecords {

    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final InstantSource clock;
    private final String service;

    ParkedRecords(JdbcTemplate jdbc, Outbox outbox, InstantSource clock, String service) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    record Parked(long id, RawRecord record, @Nullable String reason, String parkedAt) {}

    /** The keys of a topic that have something parked. */
    Set<String> keys(String topic) {
        return new java.util.HashSet<>(
                jdbc.queryForList("SELECT DISTINCT key FROM parked_record WHERE topic = ?", String.class, topic));
    }

    /** Keeps a record back; with a reason it is the poisonous one and is told to the dead-letter topic as well. */
    void park(RawRecord record, @Nullable String reason) {
        jdbc.update(
                "INSERT INTO parked_record (topic, partition, record_offset, key, headers, payload, reason, parked_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (topic, partition, record_offset) DO NOTHING",
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                write(record.headers()),
                record.payload(),
                reason,
                clock.instant().atOffset(ZoneOffset.UTC));
        if (reason != null) tell(record, reason);
    }

    private void tell(RawRecord record, String reason) {
        var headers = new LinkedHashMap<>(record.headers());
        headers.put("kempelen_error", reason);
        headers.put("kempelen_topic", record.topic());
        headers.put("kempelen_partition", Integer.toString(record.partition()));
        headers.put("kempelen_offset", Long.toString(record.offset()));
        outbox.appendRaw(Topics.deadLetters(record.topic(), service), record.key(), headers, record.payload());
    }

    /** What is parked, in the order it came, locked against a second replay. */
    List<Parked> lock(String topic, String key) {
        return query(" WHERE topic = ? AND key = ? ORDER BY id FOR UPDATE", topic, key);
    }

    List<Parked> all(int limit) {
        return query(" ORDER BY id LIMIT ?", limit);
    }

    List<Map.Entry<String, String>> topicsAndKeys() {
        return jdbc.query(
                "SELECT topic, key FROM parked_record GROUP BY topic, key ORDER BY min(id)",
                (row, n) -> Map.entry(row.getString(1), row.getString(2)));
    }

    /** Where a key's parked records came from. */
    List<TopicPartition> partitions(String topic, String key) {
        return jdbc.query(
                "SELECT DISTINCT partition FROM parked_record WHERE topic = ? AND key = ?",
                (row, n) -> new TopicPartition(topic, row.getInt(1)),
                topic,
                key);
    }

    void remove(long id) {
        jdbc.update("DELETE FROM parked_record WHERE id = ?", id);
    }

    long count() {
        var rows = jdbc.queryForObject("SELECT count(*) FROM parked_record", Long.class);
        return rows == null ? 0 : rows;
    }

    private List<Parked> query(String where, Object... arguments) {
        return new ArrayList<>(jdbc.query(
                "SELECT id, topic, partition, record_offset, key, headers, payload, reason, parked_at FROM parked_record"
                        + where,
                (row, n) -> new Parked(
                        row.getLong(1),
                        new RawRecord(
                                row.getString(2),
                                row.getInt(3),
                                row.getLong(4),
                                row.getString(5),
                                read(row.getString(6)),
                                row.getBytes(7)),
                        row.getString(8),
                        row.getTimestamp(9).toInstant().toString()),
                arguments));
    }

    private static String write(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue().replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String written) {
        return written.lines()
                .map(line -> line.split(": ", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> parts[1], (first, second) -> second, LinkedHashMap::new));
    }
}
