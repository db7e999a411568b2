package io.kempelen.messaging.registry;

import io.kempelen.events.AccountEvents;
import io.kempelen.events.AssignmentEvents;
import io.kempelen.events.NotificationEvents;
import io.kempelen.events.PayoutEvents;
import io.kempelen.events.ReviewEvents;
import io.kempelen.events.TaskEvents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Protocol;
import org.apache.avro.Schema;

/** The closed list of what each topic may carry: the records of its protocol that are events and not parts of events. */
public final class TopicEvents {

    private static final Map<String, Protocol> PROTOCOLS = Map.of(
            "kempelen.accounts", AccountEvents.PROTOCOL,
            "kempelen.tasks", TaskEvents.PROTOCOL,
            "kempelen.assignments", AssignmentEvents.PROTOCOL,
            "kempelen.reviews", ReviewEvents.PROTOCOL,
            "kempelen.payouts", PayoutEvents.PROTOCOL,
            "kempelen.notifications", NotificationEvents.PROTOCOL);

    private static final Set<String> PARTS =
            Set.of("Money", "FundsLine", "HeldLine", "Locale", "QualificationRequirement", "ReviewPolicy");

    private TopicEvents() {}

    public static List<Schema> of(String topic) {
        var protocol = PROTOCOLS.get(topic);
        if (protocol == null) throw new IllegalArgumentException("No such topic: " + topic);
        return protocol.getTypes().stream()
                .filter(type -> type.getType() == Schema.Type.RECORD && !PARTS.contains(type.getName()))
                .toList();
    }
}
