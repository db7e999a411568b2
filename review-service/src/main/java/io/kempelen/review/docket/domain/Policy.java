package io.kempelen.review.docket.domain;

import java.util.List;

/** The rule a requester declared before publishing; workers can read it. */
public record Policy(Kind kind, List<String> fields, Dissent dissent, boolean replaceRejected) {

    /** What decides where the requester says nothing. */
    public enum Kind {
        REQUESTER,
        MAJORITY
    }

    /** What becomes of answers that differ from the result. */
    public enum Dissent {
        WAIT,
        APPROVE,
        REJECT
    }

    public boolean countsVotes() {
        return kind == Kind.MAJORITY;
    }
}
