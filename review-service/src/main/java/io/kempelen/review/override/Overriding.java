package io.kempelen.review.override;

import io.kempelen.review.answer.domain.Answer;

/** What became of the wish to approve a rejected answer. */
public sealed interface Overriding {

    /** Its money is held again and it is approved. */
    record Approved(Answer answer) implements Overriding {}

    /** The requester's balance does not cover it; the answer stays rejected. */
    record NoFunds(long required, long available, String currency) implements Overriding {}

    /** Nobody said in time whether there is money; the answer stays rejected and the wish may be repeated. */
    record NoReply() implements Overriding {}

    /** It is too late: the task is gone, or the answer came too long ago. */
    record TooLate(String why) implements Overriding {}

    /** It is not rejected. */
    record WrongState(Answer answer) implements Overriding {}
}
