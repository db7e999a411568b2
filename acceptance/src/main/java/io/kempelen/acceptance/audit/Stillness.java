package io.kempelen.acceptance.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Waits until every event is sent and applied: only a platform at rest can be compared with its topics. */
final class Stillness {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final List<String> READERS = List.of("task", "assignment", "review", "payout", "notification");

    private final Topics topics;
    private final Stores stores;

    Stillness(Topics topics, Stores stores) {
        this.topics = topics;
        this.stores = stores;
    }

    /** What still moves when the patience has ended; nothing, if all came to rest. */
    List<String> await(Duration patience) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        int still = 0;
        while (true) {
            stores.refresh();
            var moving = moving();
            still = moving.isEmpty() ? still + 1 : 0;
            if (still == 2 || System.nanoTime() > deadline) return moving;
            Thread.sleep(PAUSE);
        }
    }

    private List<String> moving() {
        var moving = new ArrayList<String>();
        var ends = topics.ends();
        for (var database : stores.names()) {
            long unsent = stores.number(database, "SELECT count(*) FROM outbox");
            if (unsent > 0) moving.add(database + " has " + unsent + " events to send");
        }
        for (var reader : READERS) if (stores.names().contains(reader)) moving.addAll(lag(reader, ends));
        return moving;
    }

    private List<String> lag(String reader, Map<TopicPartition, Long> ends) {
        var lagging = new TreeMap<String, Long>();
        var rows = new int[1];
        stores.each(reader, "SELECT topic, partition, next_offset FROM inbox_watermark", row -> {
            rows[0]++;
            var end = ends.get(new TopicPartition(row.getString(1), row.getInt(2)));
            if (end != null && end > row.getLong(3)) lagging.merge(row.getString(1), end - row.getLong(3), Long::sum);
        });
        var words = new ArrayList<String>();
        if (rows[0] == 0) words.add(reader + " has never read anything");
        lagging.forEach((topic, behind) -> words.add(reader + " is " + behind + " records behind on " + topic));
        return words;
    }
}
