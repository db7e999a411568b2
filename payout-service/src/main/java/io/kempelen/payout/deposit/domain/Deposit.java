package io.kempelen.payout.deposit.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** Money an operator posted for a requester. The reference is the payment's own, so that posting it twice counts once. */
@MappedEntity
public record Deposit(
        @Id String id, String reference, String requesterId, long amount, String currency, Instant receivedAt) {

    /** What became of a request to post a deposit. */
    public sealed interface Outcome {
        /** Posted now. */
        record Received(Deposit deposit) implements Outcome {}

        /** Posted before, with the same account and amount. */
        record Repeated(Deposit deposit) implements Outcome {}

        /** The reference stands for another deposit. */
        record ReferenceTaken(Deposit other) implements Outcome {}

        /** There is no such requester. */
        record NoSuchRequester() implements Outcome {}
    }

    public Outcome repeatedBy(String requester, long minorUnits) {
        return requester.equals(requesterId) && minorUnits == amount
                ? new Outcome.Repeated(this)
                : new Outcome.ReferenceTaken(this);
    }
}
