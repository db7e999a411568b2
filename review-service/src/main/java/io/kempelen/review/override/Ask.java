package io.kempelen.review.override;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question for the money of a rejected answer. Whoever turns the row away from WAITING has decided it. */
@MappedEntity("funds_ask")
record Ask(
        @Id String askId,
        String assignmentId,
        String taskId,
        String requesterId,
        @Nullable String feedback,
        Status status,
        @Nullable Long required,
        @Nullable Long available,
        @Nullable String currency,
        @Nullable UUID eventId,
        Instant askedAt) {

    /** Where the question stands. */
    enum Status {
        WAITING,
        HELD,
        DECLINED,
        WITHDRAWN
    }

    boolean decided() {
        return status != Status.WAITING;
    }
}
