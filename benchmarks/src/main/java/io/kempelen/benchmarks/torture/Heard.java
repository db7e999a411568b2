package io.kempelen.benchmarks.torture;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the topics say of each assignment, by the headers alone: no field of an event is believed, none is decoded. */
final class Heard {

    /** The types that matter, as the header spells them. */
    enum Type {
        SUBMITTED("AssignmentSubmitted"),
        APPROVED("AssignmentApproved"),
        REJECTED("AssignmentRejected"),
        PAID("RewardPaid");

        private final String header;

        Type(String name) {
            header = "io.kempelen.events." + name;
        }
    }

    private final Map<Type, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Instant> paidAt = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private long repeated;

    Heard() {
        for (var type : Type.values()) counts.put(type, new HashMap<>());
    }

    /** Takes a record in; one that was there under this id before is the same event once more, which a reader is to drop. */
    void take(String header, String assignmentId, String eventId, String time) {
        if (!eventId.isEmpty() && !seen.add(header + " " + assignmentId + " " + eventId)) {
            repeated++;
            return;
        }
        for (var type : Type.values()) {
            if (!type.header.equals(header)) continue;
            of(type).merge(assignmentId, 1, Integer::sum);
            if (type == Type.PAID) paidAt.put(assignmentId, Instant.parse(time));
        }
    }

    /** How many different events of a type each assignment has. */
    Map<String, Integer> of(Type type) {
        return Objects.requireNonNull(counts.get(type));
    }

    /** When it was paid, by the event's own time. */
    Map<String, Instant> paidAt() {
        return paidAt;
    }

    /** Records that were published again under their own id. */
    long repeated() {
        return repeated;
    }

    /** How many of these were sent before a moment and paid after it, by the clocks of those who did so. */
    int inFlightAt(Instant moment, Map<String, Instant> begun) {
        int flying = 0;
        for (var one : begun.entrySet()) {
            var paid = paidAt.getOrDefault(one.getKey(), Instant.MAX);
            if (one.getValue().isBefore(moment) && paid.isAfter(moment)) flying++;
        }
        return flying;
    }
}
