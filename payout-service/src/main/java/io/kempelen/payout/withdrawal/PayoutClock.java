package io.kempelen.payout.withdrawal;

import io.kempelen.payout.withdrawal.domain.Payout;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.Rails;
import io.kempelen.payout.withdrawal.rail.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries payouts on. Any replica may, at any time: the claim keeps them apart. No transaction is open while a rail is called;
 * a crash between any two steps leaves a row that is asked about later.
 */
@Component
class PayoutClock {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutClock.class);

    private final PayoutRuns runs;
    private final PayoutOutcomes outcomes;
    private final Payouts payouts;
    private final Rails rails;

    PayoutClock(PayoutRuns runs, PayoutOutcomes outcomes, Payouts payouts, Rails rails) {
        this.runs = runs;
        this.outcomes = outcomes;
        this.payouts = payouts;
        this.rails = rails;
    }

    @Scheduled(fixedDelayString = "${kempelen.payouts.poll:500ms}")
    void handOver() {
        for (var rail : rails.all()) runs.claim(rail).forEach(run -> handOver(rail, run));
    }

    @Scheduled(fixedDelayString = "${kempelen.payouts.poll:500ms}")
    void ask() {
        for (var rail : rails.all()) {
            var open = runs.claimQuestions(rail);
            if (!open.isEmpty()) settle(rail, open, asked(rail, open));
        }
    }

    private void handOver(PayoutRail rail, Run run) {
        var claimed = payouts.findByRun(run.id());
        try {
            settle(rail, claimed, rail.pay(run));
        } catch (PayoutRail.Unreachable nothingSent) {
            LOG.warn("Rail {} cannot be reached, run {} waits: {}", rail.name(), run.id(), nothingSent.getMessage());
            claimed.forEach(outcomes::unreachable);
        } catch (RuntimeException unclear) {
            LOG.warn("Rail {} gave no clear answer to run {}; it will be asked", rail.name(), run.id(), unclear);
        }
    }

    private Map<String, Answer> asked(PayoutRail rail, List<Payout> open) {
        try {
            return rail.ask(runs.orders(open));
        } catch (RuntimeException unclear) {
            LOG.warn("Rail {} did not say what became of {} payouts", rail.name(), open.size(), unclear);
            return new HashMap<>();
        }
    }

    private void settle(PayoutRail rail, List<Payout> handed, Map<String, Answer> answers) {
        for (var payout : handed) {
            var answer = answers.get(payout.id());
            if (answer != null) outcomes.settle(rail, payout, answer);
        }
    }
}
