package io.kempelen.acceptance.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The form every record promises: CloudEvents headers, one writer per topic, the key that keeps a history together. */
final class EventForm {

    /** Every event is keyed by one of these fields of its own; which one, its topic's documentation says. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "accounts", List.of("accountId"),
            "tasks", List.of("taskId", "batchId", "projectId", "taskTypeId", "requesterId"),
            "assignments", List.of("taskId", "workerId", "qualificationTypeId", "requesterId"),
            "reviews", List.of("taskId", "requesterId"),
            "payouts", List.of("requesterId", "workerId"),
            "notifications", List.of("accountId"));

    private static final Set<String> BY_WORKER =
            Set.of("RewardPaid", "BonusPaid", "PayoutRequested", "PayoutPaid", "PayoutFailed", "PayoutReturned");

    private EventForm() {}

    static void check(Event event, Map<String, String> sources, Findings findings) {
        var schema = event.body().getSchema();
        if (!event.headers().getOrDefault("ce_type", "").equals(schema.getFullName()))
            findings.add("event-form", event.place(), "ce_type is not " + schema.getFullName());
        for (var name : List.of("ce_specversion", "ce_source", "ce_time", "ce_subject"))
            if (!event.headers().containsKey(name)) findings.add("event-form", event.place(), name + " is missing");
        if (!isUuid(event.id())) findings.add("event-form", event.place(), "ce_id is no UUID: " + event.id());
        var source = event.headers().getOrDefault("ce_source", "");
        var first = sources.putIfAbsent(event.topic(), source);
        if (first != null && !first.equals(source))
            findings.add("event-form", event.place(), "written by " + source + ", the topic is " + first + "'s");
        if (!keyed(event))
            findings.add("event-form", event.place(), event.type() + " has the strange key " + event.key());
    }

    private static boolean keyed(Event event) {
        if (event.topic().equals("payouts") && BY_WORKER.contains(event.type()))
            return event.key().equals(event.text("workerId"));
        for (var field : KEYS.getOrDefault(event.topic(), List.of())) {
            if (event.body().getSchema().getField(field) != null && event.key().equals(event.optional(field)))
                return true;
        }
        return false;
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
