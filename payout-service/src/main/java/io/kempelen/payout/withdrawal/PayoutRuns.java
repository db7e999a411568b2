package io.kempelen.payout.withdrawal;

import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.domain.Payout;
import io.kempelen.payout.withdrawal.payee.Payees;
import io.kempelen.payout.withdrawal.payee.Verification;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.RailProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides which payouts are handed over, or asked about, now. What it claims is committed before the rail is called. */
@Service
class PayoutRuns {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutRuns.class);
    private static final int QUESTIONS = 100;
    private static final Duration ASIDE = Duration.ofHours(1);

    private final Payouts payouts;
    private final Payees payees;
    private final Verification verification;
    private final RailProperties properties;
    private final Ids ids;
    private final InstantSource clock;

    PayoutRuns(
            Payouts payouts,
            Payees payees,
            Verification verification,
            RailProperties properties,
            Ids ids,
            InstantSource clock) {
        this.payouts = payouts;
        this.payees = payees;
        this.verification = verification;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Payouts to be handed over together.
     *
     * @param unpayable those that must not or cannot be sent any more, with the reason
     */
    record Claimed(
            String runId,
            Instant at,
            String currency,
            List<Payout> payable,
            List<Order> orders,
            Map<Payout, String> unpayable) {}

    /** The next run of a rail, of one currency; empty if nothing waits. */
    @Transactional
    public Optional<Claimed> claim(PayoutRail rail) {
        var now = clock.instant();
        var askAt = now.plus(properties.patience());
        for (var currency : payouts.findDueCurrencies(rail.name(), now)) {
            var runId = ids.next();
            var taken = payouts.claim(rail.name(), currency, runId, now, askAt, rail.runSize());
            if (!taken.isEmpty()) return Optional.of(sorted(rail, runId, now, currency, taken));
        }
        return Optional.empty();
    }

    /** One payout that cannot be sent keeps no other from being sent. */
    private Claimed sorted(PayoutRail rail, String runId, Instant now, String currency, List<Payout> taken) {
        var claimed = new Claimed(runId, now, currency, new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        for (var payout : byNumber(taken)) {
            var order = order(payout);
            if (order.isEmpty()) {
                payouts.again(payout.id(), runId, now.plus(ASIDE));
                continue;
            }
            var hindrance = hindrance(rail, order.get());
            if (hindrance.isPresent() && payout.attempts() > 1) leave(payout, runId, hindrance.get(), now);
            else if (hindrance.isPresent()) claimed.unpayable().put(payout, hindrance.get());
            else {
                claimed.payable().add(payout);
                claimed.orders().add(order.get());
            }
        }
        return claimed;
    }

    /** It was handed over before, so the rail may have a part of it: giving the money back could pay twice, a person decides. */
    private void leave(Payout payout, String runId, String hindrance, Instant now) {
        payouts.note(payout.id(), "Not sent again: " + hindrance);
        payouts.again(payout.id(), runId, now.plus(ASIDE));
    }

    /** Papers may have been refused, and rules of the rail may have changed, since the money was asked for. */
    private Optional<String> hindrance(PayoutRail rail, Order order) {
        try {
            rail.check(order.to(), order.currency());
        } catch (ProblemException unfit) {
            return Optional.of(
                    "Your payout method cannot be paid to any more. Check it with PUT /v1/worker/payout-method.");
        }
        if (order.amount() > rail.most(order.currency()))
            return Optional.of("It is more than this way of paying takes at once.");
        return verification.hindrance(order.workerId());
    }

    /** Payouts whose outcome is open, or that may still come back. */
    @Transactional
    public List<Payout> claimQuestions(PayoutRail rail) {
        var now = clock.instant();
        var due = payouts.findToAsk(rail.name(), now, Math.min(QUESTIONS, rail.runSize()));
        due.forEach(payout ->
                payouts.asked(payout.id(), now.plus(Payout.patience(properties.patience(), payout.attempts()))));
        return due;
    }

    /** Those whose destination can be opened, as the rail sees them. */
    List<Order> orders(List<Payout> open) {
        return byNumber(open).stream()
                .map(this::order)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Payout> byNumber(List<Payout> some) {
        return some.stream().sorted(Comparator.comparingLong(Payout::number)).toList();
    }

    private Optional<Order> order(Payout payout) {
        try {
            return Optional.of(new Order(
                    payout.id(),
                    payout.number(),
                    payout.workerId(),
                    payout.amount(),
                    payout.currency(),
                    payees.open(payout.id(), payout.destination()),
                    payout.requestedAt()));
        } catch (IllegalStateException sealed) {
            LOG.error("The destination of payout {} does not open with this KEMPELEN_SECRET_KEY", payout.id());
            return Optional.empty();
        }
    }
}
