package io.kempelen.notification;

import io.kempelen.events.BatchCompleted;
import io.kempelen.events.TaskCompleted;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.notification.notice.domain.Draft;
import io.kempelen.notification.notice.domain.Draft.Tally;
import io.kempelen.notification.notice.domain.Kind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** What requesters are told about their tasks: batches one by one, single tasks by the day. */
final class TaskStreams {

    private TaskStreams() {}

    static Stream<Draft> drafts(Received received) {
        var about = received.event().getSchema().getFullName();
        return switch (received.event()) {
            case BatchCompleted completed ->
                Stream.of(Draft.of(
                        completed.getRequesterId(),
                        Kind.BATCH_COMPLETED,
                        completed.getBatchId(),
                        about,
                        "Batch " + completed.getBatchId() + " is completed.",
                        "Every answer is decided. The results are at /v1/batches/" + completed.getBatchId()
                                + "/results.csv."));
            case TaskCompleted completed ->
                completed.getBatchId() == null ? Stream.of(tally(completed, about)) : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static Draft tally(TaskCompleted completed, String about) {
        var day = LocalDate.ofInstant(completed.getCompletedAt(), ZoneOffset.UTC);
        return Draft.tallied(completed.getRequesterId(), Kind.TASKS_COMPLETED, about, new Tally(day, 1, 0, null));
    }
}
