package io.kempelen.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Metadata as CloudEvents 1.0 headers, binary mode (CloudEvents Kafka protocol binding). */
public final class CloudEvent {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String TRACE_PARENT = "traceparent";

    private static final List<String> SUBJECTS = List.of(
            "assignmentId",
            "taskId",
            "batchId",
            "payoutId",
            "depositId",
            "askId",
            "projectId",
            "taskTypeId",
            "qualificationTypeId",
            "notificationId",
            "accountId",
            "workerId");

    private CloudEvent() {}

    /** What an event is about: the assignment where there is one, else the task, else what it names first. */
    public static String subject(SpecificRecord event) {
        for (var name : SUBJECTS) {
            var field = event.getSchema().getField(name);
            if (field != null && event.get(field.pos()) instanceof String id) return id;
        }
        return "";
    }

    static String write(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue().replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    static Map<String, String> read(String written) {
        var headers = new LinkedHashMap<String, String>();
        written.lines().forEach(line -> {
            var colon = line.indexOf(": ");
            if (colon > 0) headers.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return headers;
    }

    static Headers kafkaHeaders(String written) {
        var headers = new RecordHeaders();
        read(written).forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    static void putIfKnown(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) headers.put(name, value);
    }
}
