package io.kempelen.messaging.outbox;

import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.registry.EventCodec;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Events to be sent once the running transaction commits. Lock the row whose id is the key before appending: rows leave in
 * the order of their ids, and ids follow the order of commits only under that lock.
 */
public final class Outbox {

    private static final String INSERT = "INSERT INTO outbox (topic, key, headers, payload) VALUES (?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final Ids ids;
    private final InstantSource clock;
    private final Traces traces;
    private final Runnable nudge;
    private final String topic;
    private final String source;

    Outbox(
            JdbcTemplate jdbc,
            EventCodec codec,
            Ids ids,
            InstantSource clock,
            Traces traces,
            Runnable nudge,
            String topic,
            String source) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.ids = ids;
        this.clock = clock;
        this.traces = traces;
        this.nudge = nudge;
        this.topic = topic;
        this.source = source;
    }

    /** Appends one event to the service's topic and returns its id (the CloudEvents id). */
    public UUID append(String key, SpecificRecord event) {
        return appendAll(List.of(new Keyed(key, event))).getFirst();
    }

    /** Appends many events in order and returns their ids. */
    public List<UUID> appendAll(List<Keyed> events) {
        if (events.isEmpty()) return List.of();
        requireTransaction();
        var eventIds = events.stream().map(event -> ids.uuid()).toList();
        var rows = new java.util.ArrayList<Object[]>(events.size());
        for (int i = 0; i < events.size(); i++) rows.add(row(eventIds.get(i), events.get(i)));
        jdbc.batchUpdate(INSERT, rows);
        Fence.add(Fence.lastOfEachKey(events, eventIds));
        nudgeAfterCommit();
        return eventIds;
    }

    /** Appends a record as it is, for dead letters. */
    public void appendRaw(
            String toTopic,
            String key,
            Map<String, String> headers,
            byte @org.jspecify.annotations.Nullable [] payload) {
        requireTransaction();
        jdbc.update(INSERT, toTopic, key, CloudEvent.write(headers), payload);
        nudgeAfterCommit();
    }

    private Object[] row(UUID id, Keyed keyed) {
        var event = keyed.event();
        var subject = CloudEvent.subject(event);
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put(CloudEvent.ID, id.toString());
        headers.put(CloudEvent.TYPE, event.getSchema().getFullName());
        headers.put(CloudEvent.SOURCE, source);
        headers.put(CloudEvent.TIME, clock.instant().toString());
        headers.put(CloudEvent.SUBJECT, subject);
        headers.put("content-type", "application/avro");
        CloudEvent.putIfKnown(headers, CloudEvent.TRACE_PARENT, traces.parentFor(subject, keyed.key()));
        return new Object[] {topic, keyed.key(), CloudEvent.write(headers), codec.encode(topic, event)};
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is written in the transaction of the state it tells of");
        }
    }

    /** Woken at once instead of at the next poll; losing a nudge costs a poll interval and nothing else. */
    private void nudgeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge.run();
            }
        });
    }
}
