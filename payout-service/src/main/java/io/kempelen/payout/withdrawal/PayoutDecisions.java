package io.kempelen.payout.withdrawal;

import io.kempelen.messaging.web.Problem;
import io.kempelen.payout.withdrawal.PayoutOutcomes.Effect;
import io.kempelen.payout.withdrawal.domain.Payout;
import io.kempelen.payout.withdrawal.rail.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** A person's word in place of a rail's, by the same rules: what has ended, has ended. */
@Service
class PayoutDecisions {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutDecisions.class);
    private static final String WORDS = "An operator found out.";

    private final PayoutOutcomes outcomes;

    PayoutDecisions(PayoutOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** @throws io.kempelen.messaging.web.ProblemException 422 unless the decision is PAID, FAILED or RETURNED */
    Effect decide(Payout payout, @Nullable String decision, String note, String operatorId) {
        var answer = answer(decision);
        LOG.info("Operator {} decides {} of payout {}: {}", operatorId, decision, payout.id(), note);
        return outcomes.decide(payout, answer, note);
    }

    private static Answer answer(@Nullable String decision) {
        return switch (decision == null ? "" : decision) {
            case "PAID" -> new Answer.Paid();
            case "FAILED" -> new Answer.Refused(WORDS);
            case "RETURNED" -> new Answer.Returned(WORDS);
            default ->
                throw Problem.invalid("decision", "decision must be PAID, FAILED or RETURNED.")
                        .exception();
        };
    }
}
