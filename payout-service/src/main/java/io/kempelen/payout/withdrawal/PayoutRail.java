package io.kempelen.payout.withdrawal;

import io.kempelen.payout.withdrawal.domain.Payout;

/** A way for money to leave. An implementation must answer the same for the same payout id, however often it is asked. */
public interface PayoutRail {

    /** As payouts name it. */
    String name();

    /** Sends the money, or says again what became of it. An exception counts as {@link Answer.Unknown}. */
    Answer pay(Payout payout);

    /** What a rail knows. */
    sealed interface Answer {
        /** It arrived. */
        record Paid() implements Answer {}

        /** It will never arrive. */
        record Refused(String reason) implements Answer {}

        /** Nobody can tell yet: ask again, never pay again under another id. */
        record Unknown(String reason) implements Answer {}
    }
}
