package io.kempelen.review.answer.domain;

import org.jspecify.annotations.Nullable;

/** What somebody who may judge says about an answer. */
public sealed interface Verdict {

    /** It is good. */
    record Approve(Answer.DecidedBy by, @Nullable String feedback) implements Verdict {}

    /** It is not, and the worker is told why; MTurk lets the words be empty, so native callers are checked at the door. */
    record Reject(Answer.DecidedBy by, Answer.Reason reason, String feedback) implements Verdict {}
}
