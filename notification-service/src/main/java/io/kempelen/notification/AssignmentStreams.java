package io.kempelen.notification;

import io.kempelen.events.QualificationGranted;
import io.kempelen.events.QualificationRequested;
import io.kempelen.events.QualificationRevoked;
import io.kempelen.events.QualificationTypeCreated;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.notification.notice.QualificationNames;
import io.kempelen.notification.notice.domain.Draft;
import io.kempelen.notification.notice.domain.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people are told about qualifications. Accepted, returned and submitted assignments are their own doing: no notice. */
@Component
class AssignmentStreams {

    private final QualificationNames names;

    AssignmentStreams(QualificationNames names) {
        this.names = names;
    }

    void learnNames(List<Received> events) {
        for (var received : events) {
            if (received.event() instanceof QualificationTypeCreated created)
                names.learn(created.getQualificationTypeId(), created.getName());
        }
    }

    Stream<Draft> drafts(Received received) {
        var about = received.event().getSchema().getFullName();
        return switch (received.event()) {
            case QualificationGranted granted ->
                Stream.of(Draft.of(
                        granted.getWorkerId(),
                        Kind.QUALIFICATION,
                        granted.getQualificationTypeId() + "/" + granted.getGrantedAt(),
                        about,
                        "You have the qualification \"" + names.of(granted.getQualificationTypeId()) + "\" now.",
                        "Your value is " + granted.getValue() + "."));
            case QualificationRevoked revoked ->
                Stream.of(Draft.of(
                        revoked.getWorkerId(),
                        Kind.QUALIFICATION,
                        revoked.getQualificationTypeId() + "/" + revoked.getRevokedAt(),
                        about,
                        "You no longer have the qualification \"" + names.of(revoked.getQualificationTypeId()) + "\".",
                        "Assignments you have accepted are not touched by it."));
            case QualificationRequested requested ->
                Stream.of(Draft.of(
                        requested.getRequesterId(),
                        Kind.QUALIFICATION_REQUEST,
                        requested.getQualificationRequestId(),
                        about,
                        "Worker " + requested.getWorkerId() + " asks for your qualification \""
                                + names.of(requested.getQualificationTypeId()) + "\".",
                        "Grant or reject it under /v1/qualification-requests."));
            default -> Stream.empty();
        };
    }
}
