package io.kempelen.payout.withdrawal.rail;

/** What a rail knows of a payout. */
public sealed interface Answer {

    /** It arrived. */
    record Paid() implements Answer {}

    /** It was never executed and never will be: the money is the worker's again. Words of ours and codes, never a bank's free text. */
    record Refused(String reason) implements Answer {}

    /** It had left and came back: the money is the worker's again. */
    record Returned(String reason) implements Answer {}

    /** The rail took it for a repetition of one it has: whether that one arrives, a person has to find out. */
    record Duplicate(String reason) implements Answer {}

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
