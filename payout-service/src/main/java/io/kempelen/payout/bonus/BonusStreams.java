package io.kempelen.payout.bonus;

import io.kempelen.events.AssignmentSubmitted;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.payout.bonus.domain.Work;
import java.util.List;
import java.util.stream.Stream;

/** Which assignments a bonus may be paid for. */
public final class BonusStreams {

    private BonusStreams() {}

    public static List<Work> works(List<Received> events) {
        return events.stream()
                .flatMap(received -> received.event() instanceof AssignmentSubmitted submitted
                        ? Stream.of(work(submitted))
                        : Stream.empty())
                .toList();
    }

    private static Work work(AssignmentSubmitted submitted) {
        return new Work(
                submitted.getAssignmentId(),
                submitted.getTaskId(),
                submitted.getWorkerId(),
                submitted.getRequesterId());
    }
}
