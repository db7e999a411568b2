package io.kempelen.payout.withdrawal;

import io.kempelen.messaging.id.Ids;
import io.kempelen.payout.withdrawal.domain.Payout;
import io.kempelen.payout.withdrawal.payee.Payees;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.RailProperties;
import io.kempelen.payout.withdrawal.rail.Run;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides which payouts are handed over, or asked about, now. What it claims is committed before the rail is called. */
@Service
class PayoutRuns {

    private static final int QUESTIONS = 100;

    private final Payouts payouts;
    private final Payees payees;
    private final RailProperties properties;
    private final Ids ids;
    private final InstantSource clock;

    PayoutRuns(Payouts payouts, Payees payees, RailProperties properties, Ids ids, InstantSource clock) {
        this.payouts = payouts;
        this.payees = payees;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** One run for each currency that has payouts waiting for this rail. */
    @Transactional
    public List<Run> claim(PayoutRail rail) {
        var now = clock.instant();
        var runs = new ArrayList<Run>();
        for (var currency : payouts.findDueCurrencies(rail.name(), now)) {
            var id = ids.next();
            var askAt = now.plus(properties.patience());
            var claimed = payouts.claim(rail.name(), currency, id, now, askAt, rail.runSize());
            if (!claimed.isEmpty()) runs.add(new Run(id, now, currency, orders(claimed)));
        }
        return runs;
    }

    /** Payouts whose outcome is open, or that may still come back. */
    @Transactional
    public List<Payout> claimQuestions(PayoutRail rail) {
        var now = clock.instant();
        var due = payouts.findToAsk(rail.name(), now, QUESTIONS);
        due.forEach(payout ->
                payouts.asked(payout.id(), now.plus(Payout.patience(properties.patience(), payout.attempts()))));
        return due;
    }

    List<Order> orders(List<Payout> claimed) {
        return claimed.stream()
                .sorted(Comparator.comparingLong(Payout::number))
                .map(this::order)
                .toList();
    }

    private Order order(Payout payout) {
        return new Order(
                payout.id(),
                payout.number(),
                payout.workerId(),
                payout.amount(),
                payout.currency(),
                payees.open(payout.id(), payout.destination()),
                payout.requestedAt());
    }
}
