package io.kempelen.payout.withdrawal.rail.stripe;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Problem;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Stripe Connect, one payout after the other. When Stripe is away or slow, the rest of a run is left for later, untouched. */
public final class StripeRail implements PayoutRail {

    public static final String NAME = "stripe";

    private static final String ACCOUNT = "stripeAccount";
    private static final Pattern ACCOUNT_ID = Pattern.compile("acct_[0-9A-Za-z]{8,64}");

    private final StripeTrip trip;
    private final StripeProperties properties;
    private final InstantSource clock;

    StripeRail(StripeTrip trip, StripeProperties properties, InstantSource clock) {
        this.trip = trip;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void check(Destination to, String currency) {
        if (!ACCOUNT_ID.matcher(to.need(ACCOUNT)).matches())
            throw Problem.invalid(
                            "destination." + ACCOUNT,
                            "destination." + ACCOUNT
                                    + " must be a connected account of Stripe's, like acct_1032D82eZvKYlo2C.")
                    .exception();
        if (!StripeMoney.knows(currency))
            throw Problem.invalid("currency", "currency is " + currency + ", which Stripe does not pay out.")
                    .exception();
    }

    @Override
    public int runSize() {
        return properties.runSize();
    }

    /** Stripe: some payouts that fail are paid at first, for up to five business days. */
    @Override
    public Duration recall() {
        return Duration.ofDays(7);
    }

    @Override
    public Map<String, Answer> pay(Run run) throws Unreachable {
        var answers = new HashMap<String, Answer>();
        try {
            each(run.orders(), answers, this::send);
        } catch (Away away) {
            if (answers.isEmpty()) throw new Unreachable(away.reason());
        }
        run.orders().forEach(order -> answers.putIfAbsent(order.payoutId(), new Answer.NeverHeard()));
        return answers;
    }

    @Override
    public Map<String, Answer> ask(List<Order> orders) {
        var answers = new HashMap<String, Answer>();
        try {
            each(orders, answers, trip::look);
        } catch (Away away) {
            if (answers.isEmpty()) throw new IllegalStateException(away.reason(), away);
        }
        return answers;
    }

    private interface Step {
        Answer take(Order order) throws Away;
    }

    /** The first is always tried; nothing is begun for somebody who no longer waits. */
    private void each(List<Order> orders, Map<String, Answer> answers, Step step) throws Away {
        var end = clock.instant().plus(properties.patience());
        for (var order : orders) {
            if (Thread.currentThread().isInterrupted() || isOver(end) && !answers.isEmpty()) return;
            answers.put(order.payoutId(), step.take(order));
        }
    }

    private boolean isOver(Instant end) {
        return !clock.instant().isBefore(end);
    }

    private Answer send(Order order) throws Away {
        var account = order.to().find(ACCOUNT);
        if (account == null || !ACCOUNT_ID.matcher(account.strip()).matches())
            return new Answer.Refused("There is no connected account of Stripe's to pay to.");
        if (!StripeMoney.knows(order.currency()))
            return new Answer.Refused("Stripe does not pay out " + order.currency() + ".");
        if (order.amount() % StripeMoney.step(order.currency()) != 0)
            return new Answer.Refused("Stripe pays out " + order.currency() + " only in multiples of "
                    + Amounts.format(StripeMoney.step(order.currency()), order.currency()) + ".");
        return trip.send(order, account.strip());
    }
}
