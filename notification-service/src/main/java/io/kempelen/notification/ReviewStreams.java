package io.kempelen.notification;

import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.ReworkAsked;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.notification.notice.domain.Draft;
import io.kempelen.notification.notice.domain.Kind;
import java.util.stream.Stream;

/** What workers are told about their answers. A plain approval is told by its reward. */
final class ReviewStreams {

    private ReviewStreams() {}

    static Stream<Draft> drafts(Received received) {
        var about = received.event().getSchema().getFullName();
        return switch (received.event()) {
            case AssignmentApproved approved ->
                worthTelling(approved) ? Stream.of(approved(approved, about)) : Stream.empty();
            case AssignmentRejected rejected ->
                Stream.of(Draft.of(
                        rejected.getWorkerId(),
                        Kind.REJECTION,
                        rejected.getAssignmentId(),
                        about,
                        "Your assignment " + rejected.getAssignmentId() + " was rejected.",
                        rejected.getFeedback()));
            case ReworkAsked asked ->
                Stream.of(Draft.of(
                        asked.getWorkerId(),
                        Kind.REWORK,
                        asked.getAssignmentId() + "/" + asked.getAskedAt(),
                        about,
                        "Please do assignment " + asked.getAssignmentId() + " once more, until " + asked.getDeadline()
                                + ".",
                        asked.getFeedback()));
            default -> Stream.empty();
        };
    }

    private static boolean worthTelling(AssignmentApproved approved) {
        var feedback = approved.getFeedback();
        return approved.getOverridesRejection() || (feedback != null && !feedback.isBlank());
    }

    private static Draft approved(AssignmentApproved approved, String about) {
        var title = approved.getOverridesRejection()
                ? "Your assignment " + approved.getAssignmentId() + " was approved after all."
                : "Your assignment " + approved.getAssignmentId() + " was approved.";
        return Draft.of(
                approved.getWorkerId(),
                Kind.APPROVAL,
                approved.getAssignmentId(),
                about,
                title,
                approved.getFeedback());
    }
}
