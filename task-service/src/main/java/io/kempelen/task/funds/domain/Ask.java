package io.kempelen.task.funds.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question for money. It is decided once: whoever turns the row away from ASKED has decided. */
@MappedEntity("funds_ask")
public record Ask(
        @Id String askId,
        String fundsId,
        String requesterId,
        Purpose purpose,
        Status status,
        String subjectId,
        int places,
        @Nullable Instant expiresAt,
        String lines,
        String currency,
        @Nullable Long required,
        @Nullable Long available,
        @Nullable UUID appliedEvent,
        boolean waitedFor,
        Instant askedAt,
        @Nullable Instant decidedAt) {

    /** What the money is for. */
    public enum Purpose {
        TASK,
        BATCH,
        EXTENSION,
        REOPENING,
        REPLACEMENT
    }

    /** Where the question stands. */
    public enum Status {
        ASKED,
        HELD,
        DECLINED,
        WITHDRAWN
    }

    public boolean decided() {
        return status != Status.ASKED;
    }
}
