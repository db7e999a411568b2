package io.kempelen.assignment.qualification.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A worker's wish for a qualification. */
@MappedEntity("qualification_request")
public record QualificationRequest(
        @Id String qualificationRequestId,
        String qualificationTypeId,
        String workerId,
        String requesterId,
        Status status,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    public enum Status {
        PENDING,
        GRANTED,
        REJECTED
    }

    public boolean isPending() {
        return status == Status.PENDING;
    }

    public QualificationRequest decided(Status how, Instant at, @Nullable String why) {
        return new QualificationRequest(
                qualificationRequestId, qualificationTypeId, workerId, requesterId, how, requestedAt, at, why);
    }
}
