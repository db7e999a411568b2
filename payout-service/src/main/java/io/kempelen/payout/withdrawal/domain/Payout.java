package io.kempelen.payout.withdrawal.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way to a worker. The id is also the rail's idempotency key. Its transfer out of the wallet is pending until
 * the rail's answer posts it ({@link State#PAID}) or voids it ({@link State#FAILED}).
 *
 * @param number a running number of this installation
 * @param destination sealed, as it was when the money was asked for; empty if there is none
 * @param runId with which others it was handed over last
 * @param dueAt when the clock looks at it again; null if never
 * @param watchedUntil until when arrived money may come back
 * @param reason for the worker, why it failed or came back
 * @param note for operators, what the rail said last of it
 */
@MappedEntity
public record Payout(
        @Id String id,
        long number,
        String workerId,
        long amount,
        String currency,
        String rail,
        byte[] destination,
        State state,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable String runId,
        @Nullable Instant watchedUntil,
        @Nullable String reason,
        @Nullable String note,
        Instant requestedAt,
        @Nullable Instant settledAt) {

    /** FAILED and RETURNED are final; PAID nearly is. */
    public enum State {
        /** The money has left the wallet; the rail certainly does not have it. */
        REQUESTED,
        /** The rail may have been called: only asking it tells. */
        SENDING,
        /** The rail has it and will say later what became of it. */
        SENT,
        /** It arrived. */
        PAID,
        /** The rail refused; the money is back. */
        FAILED,
        /** It had arrived and came back. */
        RETURNED;

        /** Whether the transfer out of the wallet is still pending. */
        public boolean pending() {
            return switch (this) {
                case REQUESTED, SENDING, SENT -> true;
                case PAID, FAILED, RETURNED -> false;
            };
        }
    }

    /** What became of a worker's request. */
    public sealed interface Outcome {
        /** On its way. */
        record Requested(Payout payout) implements Outcome {}

        /** Less than that can be taken out: the rest of the balance, if any, is not cleared yet. */
        record NotEnough(long withdrawable, long balance, String currency) implements Outcome {}

        /** Less than the platform pays out at a time. */
        record TooLittle(long minimum, String currency) implements Outcome {}

        /** Somebody has to look at the worker's papers first. */
        record NotVerified(String reason) implements Outcome {}
    }

    /** How long an unanswered payout is left alone before the rail is asked about it again. */
    public static Duration patience(Duration first, int attempts) {
        var longest = Duration.ofHours(1);
        var next = first.multipliedBy(1L << Math.min(attempts, 12));
        return next.compareTo(longest) < 0 ? next : longest;
    }
}
