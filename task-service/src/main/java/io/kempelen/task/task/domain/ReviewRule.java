package io.kempelen.task.task.domain;

import java.util.List;

/** How answers are decided when the requester says nothing; declared before publishing. */
public record ReviewRule(Policy policy, List<String> fields, Dissent dissent, boolean replaceRejected) {

    /** Tasks made through MTurk's API wait for their requester, and a rejected answer is not replaced. */
    public static final ReviewRule MTURK = new ReviewRule(Policy.REQUESTER, List.of(), Dissent.WAIT, false);

    /** Which rule. */
    public enum Policy {
        REQUESTER,
        MAJORITY
    }

    /** What becomes of an answer that differs from the majority's. */
    public enum Dissent {
        WAIT,
        APPROVE,
        REJECT
    }
}
