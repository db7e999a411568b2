package io.kempelen.payout.withdrawal;

import io.kempelen.payout.withdrawal.PayoutRuns.Claimed;
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

    private static final int RUNS = 20;

    private final PayoutRuns runs;
    private final PayoutOutcomes outcomes;
    private final Rails rails;

    PayoutClock(PayoutRuns runs, PayoutOutcomes outcomes, Rails rails) {
        this.runs = runs;
        this.outcomes = outcomes;
        this.rails = rails;
    }

    /** One run after the other: the next is claimed when the last was handed over, so that no claim grows old meanwhile. */
    @Scheduled(fixedDelayString = "${kempelen.payouts.poll:500ms}")
    void handOver() {
        for (var rail : rails.all())
            apart(rail, () -> {
                for (int run = 0; run < RUNS; run++) {
                    var claimed = runs.claim(rail);
                    if (claimed.isEmpty()) return;
                    handOver(rail, claimed.get());
                }
            });
    }

    @Scheduled(fixedDelayString = "${kempelen.payouts.poll:500ms}")
    void ask() {
        for (var rail : rails.all())
            apart(rail, () -> {
                var open = runs.claimQuestions(rail);
                if (!open.isEmpty()) asked(rail, open, rail.ask(runs.orders(open)));
            });
    }

    /** What goes wrong with one rail is no other's business; whatever was claimed is asked about later. */
    private static void apart(PayoutRail rail, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException unclear) {
            LOG.warn(
                    "Rail {} gave no clear answer: {}",
                    rail.name(),
                    unclear.getClass().getName());
        }
    }

    private void handOver(PayoutRail rail, Claimed claimed) {
        claimed.unpayable().forEach((payout, reason) -> outcomes.settle(rail, payout, new Answer.Refused(reason)));
        if (claimed.orders().isEmpty()) return;
        try {
            var run = new Run(claimed.runId(), claimed.at(), claimed.currency(), claimed.orders());
            settle(rail, claimed.payable(), rail.pay(run));
        } catch (PayoutRail.Unreachable nothingSent) {
            LOG.warn("Rail {} cannot be reached, run {} waits", rail.name(), claimed.runId());
            claimed.payable().forEach(outcomes::unreachable);
        }
    }

    /** A rail does not know that we took it for arrived: what fails then came back. */
    private void asked(PayoutRail rail, List<Payout> open, Map<String, Answer> answers) {
        var told = new HashMap<>(answers);
        for (var payout : open)
            told.computeIfPresent(
                    payout.id(),
                    (id, answer) -> arrived(payout) && answer instanceof Answer.Refused late
                            ? new Answer.Returned(late.reason())
                            : answer);
        settle(rail, open, told);
    }

    private static boolean arrived(Payout payout) {
        return payout.state() == Payout.State.PAID;
    }

    private void settle(PayoutRail rail, List<Payout> handed, Map<String, Answer> answers) {
        for (var payout : handed) {
            var answer = answers.get(payout.id());
            if (answer != null) outcomes.settle(rail, payout, answer);
        }
    }
}
