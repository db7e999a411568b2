package io.kempelen.payout.withdrawal.rail;

/** What a rail knows of a payout. */
public sealed interface Answer {

    /** It arrived. */
    record Paid() implements Answer {}

    /** It will never arrive, or it came back: the money is the worker's again. */
    record Refused(String reason) implements Answer {}

    /** Handed over; whether it arrives is known later, by asking again or by the rail's own news. */
    record Accepted() implements Answer {}

    /**
     * It may be sent again under the same id. To a payment: this call certainly sent nothing of it. To a question: the rail never got
     * it, or was interrupted half-way and will go on from there; so it is no proof that the money is still here.
     */
    record NeverHeard() implements Answer {}

    /** Nobody can tell yet: ask again. */
    record Unknown(String reason) implements Answer {}
}
