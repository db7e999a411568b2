package io.kempelen.schemas;

import io.kempelen.events.AccountEvents;
import io.kempelen.events.AssignmentEvents;
import io.kempelen.events.NotificationEvents;
import io.kempelen.events.PayoutEvents;
import io.kempelen.events.ReviewEvents;
import io.kempelen.events.TaskEvents;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Protocol;
import org.apache.avro.Schema;

/** All types of all topics, as they stand now. */
final class Events {

    static final Map<String, Protocol> TOPICS = new TreeMap<>(Map.of(
            "kempelen.accounts", AccountEvents.PROTOCOL,
            "kempelen.tasks", TaskEvents.PROTOCOL,
            "kempelen.assignments", AssignmentEvents.PROTOCOL,
            "kempelen.reviews", ReviewEvents.PROTOCOL,
            "kempelen.payouts", PayoutEvents.PROTOCOL,
            "kempelen.notifications", NotificationEvents.PROTOCOL));

    private Events() {}

    /** Subject ({@code <topic>-<record>}) to schema. */
    static Map<String, Schema> bySubject() {
        return TOPICS.entrySet().stream()
                .flatMap(topic -> topic.getValue().getTypes().stream()
                        .filter(type -> type.getType() == Schema.Type.RECORD)
                        .map(type -> Map.entry(topic.getKey() + "-" + type.getFullName(), type)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, TreeMap::new));
    }
}
