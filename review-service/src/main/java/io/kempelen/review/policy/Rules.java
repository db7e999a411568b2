package io.kempelen.review.policy;

import io.kempelen.review.docket.domain.Policy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy in plain sentences: nobody is rejected by a rule that could not be read before. */
final class Rules {

    private Rules() {}

    static List<String> sentences(@Nullable Policy policy) {
        if (policy == null) return List.of("The task's rule is not known here yet. Ask again in some seconds.");
        var sentences = new ArrayList<String>();
        switch (policy.kind()) {
            case REQUESTER -> sentences.add("The requester approves or rejects each answer.");
            case MAJORITY -> majority(policy, sentences);
        }
        sentences.add("An answer that nobody decided about by its auto-approval time is approved then.");
        sentences.add("A verdict is given once. Only a rejection can be turned, never an approval.");
        if (policy.replaceRejected()) sentences.add("For each rejected answer another worker is asked.");
        return sentences;
    }

    private static void majority(Policy policy, List<String> sentences) {
        sentences.add("Two answers agree when they give the same set of values in "
                + (policy.fields().isEmpty() ? "every field" : "these fields: " + String.join(", ", policy.fields()))
                + "; upper and lower case count, spaces before and after do not.");
        sentences.add(
                "An answer that more than half of the task's places agree on is the result. When every place is"
                        + " answered without one, it is the answer given most often; when two are given as often, there is none.");
        sentences.add("Places that nobody will fill and answers that were rejected are not counted.");
        sentences.add("Answers that agree with the result are approved at once.");
        sentences.add(
                switch (policy.dissent()) {
                    case WAIT -> "Other answers wait for the requester, or for their auto-approval time.";
                    case APPROVE -> "Other answers are approved as well: the work was done.";
                    case REJECT -> "Other answers are rejected, with the share of answers that agree as the reason.";
                });
    }
}
