package io.kempelen.payout.bonus.domain;

import org.jspecify.annotations.Nullable;

/** What a requester wants paid. Without a worker's id it is whoever handed the assignment in. */
public record BonusOrder(
        String requesterId,
        @Nullable String workerId,
        String assignmentId,
        long amount,
        String reason,
        @Nullable String requestToken) {

    public BonusOrder {
        if (amount <= 0) throw new IllegalArgumentException("A bonus gives something, not " + amount);
    }
}
