package io.kempelen.assignment.qualification.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kind of qualification that a requester made. Decisions are pure. */
@MappedEntity("qualification_type")
public record QualificationType(
        @Id String qualificationTypeId,
        String requesterId,
        String name,
        String description,
        String keywords,
        Status status,
        @Nullable Integer autoGrantedValue,
        @Nullable Long retryDelaySeconds,
        Instant createdAt) {

    public enum Status {
        ACTIVE,
        INACTIVE,
        DISPOSED
    }

    /** What comes of a worker's request. */
    public sealed interface RequestOutcome {

        /** The type says so itself. */
        record GrantAtOnce(int value) implements RequestOutcome {}

        record AskRequester() implements RequestOutcome {}

        record NotRequestable() implements RequestOutcome {}

        record AlreadyHeld() implements RequestOutcome {}

        record AlreadyRequested(String requestId) implements RequestOutcome {}

        /** @param retryAt when another request may be made; null: never */
        record TooEarly(@Nullable Instant retryAt) implements RequestOutcome {}
    }

    public RequestOutcome request(boolean held, @Nullable QualificationRequest last, Instant now) {
        if (status != Status.ACTIVE) return new RequestOutcome.NotRequestable();
        if (held) return new RequestOutcome.AlreadyHeld();
        if (last != null && last.isPending()) return new RequestOutcome.AlreadyRequested(last.qualificationRequestId());
        if (last != null && !retryAllowed(last, now)) return new RequestOutcome.TooEarly(retryAt(last));
        return autoGrantedValue != null
                ? new RequestOutcome.GrantAtOnce(autoGrantedValue)
                : new RequestOutcome.AskRequester();
    }

    public QualificationType as(Status next) {
        return new QualificationType(
                qualificationTypeId,
                requesterId,
                name,
                description,
                keywords,
                next,
                autoGrantedValue,
                retryDelaySeconds,
                createdAt);
    }

    private boolean retryAllowed(QualificationRequest last, Instant now) {
        var at = retryAt(last);
        return at != null && !now.isBefore(at);
    }

    private @Nullable Instant retryAt(QualificationRequest last) {
        return retryDelaySeconds == null ? null : last.requestedAt().plusSeconds(retryDelaySeconds);
    }
}
