package io.kempelen.local.replay;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many events each of Kempelen's topics holds, by its end offsets. */
record EventCount(Map<String, Long> topics) {

    private static final String PREFIX = "kempelen.";

    static EventCount now(String bootstrap) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            var names = admin.listTopics().names().get(30, TimeUnit.SECONDS).stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .toList();
            var partitions = admin.describeTopics(names).allTopicNames().get(30, TimeUnit.SECONDS).values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            var counts = new TreeMap<String, Long>();
            admin.listOffsets(partitions)
                    .all()
                    .get(30, TimeUnit.SECONDS)
                    .forEach((partition, end) -> counts.merge(partition.topic(), end.offset(), Long::sum));
            return new EventCount(counts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while events were counted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Cannot count events at " + bootstrap + ": " + e.getMessage(), e);
        }
    }

    /** What came since, without topics that stood still. */
    EventCount since(EventCount earlier) {
        var more = new TreeMap<String, Long>();
        topics.forEach((topic, count) -> {
            long added = count - earlier.topics.getOrDefault(topic, 0L);
            if (added != 0) more.put(topic, added);
        });
        return new EventCount(more);
    }

    @Override
    public String toString() {
        return topics.isEmpty()
                ? "none"
                : topics.entrySet().stream()
                        .map(topic -> topic.getKey() + " " + topic.getValue())
                        .collect(Collectors.joining(", "));
    }
}
