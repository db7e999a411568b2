package io.kempelen.review.sitting;

import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.answer.domain.Verdict;
import io.kempelen.review.docket.domain.Docket;
import io.kempelen.review.docket.domain.Finding;
import java.util.Optional;

/** What the declared policy says about an answer once the task's result is settled. Pure. */
final class Bench {

    private static final int PERCENT = 100;

    private Bench() {}

    static Optional<Verdict> verdict(Docket docket, Answer answer) {
        var policy = docket.policy();
        var finding = docket.finding();
        var hash = answer.labelHash();
        if (policy == null || finding == null || hash == null || !docket.settled() || !answer.waits()) {
            return Optional.empty();
        }
        if (hash.equals(finding.labelHash())) return Optional.of(approve());
        return switch (policy.dissent()) {
            case WAIT -> Optional.empty();
            case APPROVE -> Optional.of(approve());
            case REJECT -> Optional.of(reject(finding));
        };
    }

    private static Verdict approve() {
        return new Verdict.Approve(Answer.DecidedBy.POLICY, null);
    }

    private static Verdict reject(Finding finding) {
        var words = "%d of %d answers (%d %%) agree on another answer."
                .formatted(finding.lead(), finding.heard(), Math.round(finding.share() * PERCENT));
        return new Verdict.Reject(Answer.DecidedBy.POLICY, Answer.Reason.CONTRADICTED_BY_CONSENSUS, words);
    }
}
