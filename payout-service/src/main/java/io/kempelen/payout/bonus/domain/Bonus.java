package io.kempelen.payout.bonus.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A bonus that was paid. */
@MappedEntity
public record Bonus(
        @Id String id,
        String requesterId,
        String workerId,
        String assignmentId,
        String taskId,
        long amount,
        long fee,
        String currency,
        String reason,
        @Nullable String requestToken,
        Instant paidAt) {

    /** What became of a request to pay one. */
    public sealed interface Outcome {
        /** The worker has it. */
        record Paid(Bonus bonus) implements Outcome {}

        /** The request token was used for this one already. */
        record TokenUsed(Bonus bonus) implements Outcome {}

        /** Nobody handed in that assignment for this requester. */
        record NoSuchWork(String assignmentId) implements Outcome {}

        /** Another worker handed it in. */
        record NotTheirs(String workerId) implements Outcome {}

        /** The worker's money is not the requester's: nobody exchanges it. */
        record OtherCurrency(String requesters, String workers) implements Outcome {}

        /** Amount and fee are more than there is. */
        record Declined(long required, long available, String currency) implements Outcome {}
    }
}
