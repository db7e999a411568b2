package io.kempelen.payout.withdrawal.rail;

/** What a rail knows of a payout. */
public sealed interface Answer {

    /** It arrived. */
    record Paid() implements Answer {}

    /** It will never arrive, or it came back: the money is the worker's again. */
    record Refused(String reason) implements Answer {}

    /** Handed over; whether it arrives is known later, by asking again or by the rail's own news. */
    record Accepted() implements Answer {}

    /** Only to a question: the rail never got it, so it may be sent again under the same id. */
    record NeverHeard() implements Answer {}

    /** Nobody can tell yet: ask again. */
    record Unknown(String reason) implements Answer {}
}
