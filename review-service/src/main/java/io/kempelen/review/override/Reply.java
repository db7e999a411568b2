package io.kempelen.review.override;

/** What payout-service said to a question. */
sealed interface Reply {

    String askId();

    /** The money is held, at the fee of today. */
    record Held(String askId, String fundsId, long reward, long fee, String currency) implements Reply {}

    /** The money is not there. */
    record Declined(String askId, long required, long available, String currency) implements Reply {}
}
