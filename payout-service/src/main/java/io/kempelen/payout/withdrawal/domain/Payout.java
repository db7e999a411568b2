package io.kempelen.payout.withdrawal.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way to a worker. The id is also the rail's idempotency key, so a step that may or may not have been taken
 * before a crash can be taken again.
 */
@MappedEntity
public record Payout(
        @Id String id,
        String workerId,
        long amount,
        String currency,
        String rail,
        State state,
        int attempts,
        Instant dueAt,
        @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant settledAt) {

    /** PAID and FAILED are final. */
    public enum State {
        /** The money has left the wallet; the rail was not called. */
        REQUESTED,
        /** The rail may have been called. */
        SENDING,
        /** It arrived. */
        PAID,
        /** The rail refused; the money is back. */
        FAILED
    }

    /** What became of a worker's request. */
    public sealed interface Outcome {
        /** On its way. */
        record Requested(Payout payout) implements Outcome {}

        /** There is less than that in the wallet. */
        record NotEnough(long balance, String currency) implements Outcome {}
    }

    public static Payout requested(String id, String workerId, long amount, String currency, String rail, Instant now) {
        return new Payout(id, workerId, amount, currency, rail, State.REQUESTED, 0, now, null, now, null);
    }

    /** How long an unanswered call is left alone before the rail is asked again about the same payout. */
    public static Duration patience(int attempts) {
        return switch (attempts) {
            case 0, 1 -> Duration.ofSeconds(10);
            case 2 -> Duration.ofMinutes(1);
            case 3 -> Duration.ofMinutes(10);
            default -> Duration.ofHours(1);
        };
    }
}
