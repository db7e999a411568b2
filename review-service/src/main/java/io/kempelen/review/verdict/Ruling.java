package io.kempelen.review.verdict;

import io.kempelen.review.answer.domain.Answer;

/** What became of a requester's wish to approve or reject. */
public sealed interface Ruling {

    /** It was done. */
    record Given(Answer answer) implements Ruling {}

    /** There is a verdict already. */
    record WrongState(Answer answer) implements Ruling {}

    /** Its worker has not submitted it. */
    record NotSubmitted(String assignmentId) implements Ruling {}

    /** No such assignment, or somebody else's. */
    record Unknown(String assignmentId) implements Ruling {}
}
