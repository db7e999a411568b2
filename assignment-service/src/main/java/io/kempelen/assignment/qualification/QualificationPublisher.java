package io.kempelen.assignment.qualification;

import io.kempelen.assignment.qualification.domain.QualificationRequest;
import io.kempelen.assignment.qualification.domain.QualificationType;
import io.kempelen.events.QualificationGranted;
import io.kempelen.events.QualificationRequested;
import io.kempelen.events.QualificationRevoked;
import io.kempelen.events.QualificationTypeCreated;
import io.kempelen.messaging.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells of qualifications; the topic's key is the worker, or the type where no worker is meant. */
@Component
class QualificationPublisher {

    private final Outbox outbox;

    QualificationPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void created(QualificationType type) {
        outbox.append(
                type.qualificationTypeId(),
                new QualificationTypeCreated(
                        type.qualificationTypeId(), type.requesterId(), type.name(), type.createdAt()));
    }

    void granted(String typeId, String workerId, int value, Instant at) {
        outbox.append(workerId, new QualificationGranted(typeId, workerId, value, at));
    }

    void revoked(String typeId, String workerId, Instant at) {
        outbox.append(workerId, new QualificationRevoked(typeId, workerId, at));
    }

    void requested(QualificationRequest request) {
        outbox.append(
                request.workerId(),
                new QualificationRequested(
                        request.qualificationRequestId(),
                        request.qualificationTypeId(),
                        request.workerId(),
                        request.requesterId(),
                        request.requestedAt()));
    }
}
