package io.kempelen.task.funds.domain;

import org.jspecify.annotations.Nullable;

/** Places that cost the same; the fee of one place is payout-service's to say and known once held. */
public record Line(
        long reward,
        int places,
        int assignmentsPerTask,
        @Nullable Long fee) {

    public static Line asked(long reward, int places, int assignmentsPerTask) {
        return new Line(reward, places, assignmentsPerTask, null);
    }
}
