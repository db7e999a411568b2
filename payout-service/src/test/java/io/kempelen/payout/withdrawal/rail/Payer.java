package io.kempelen.payout.withdrawal.rail;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.payout.withdrawal.rail.PayoutRail.Unreachable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody who pays by the rules of {@link PayoutRail} and nothing else, until every payout is settled. */
public final class Payer {

    private static final int PATIENCE = 400;

    private final PayoutRail rail;
    private final Runnable meanwhile;
    private final Map<String, Answer> settled = new HashMap<>();

    /** @param meanwhile happens after each round */
    public Payer(PayoutRail rail, Runnable meanwhile) {
        this.rail = rail;
        this.meanwhile = meanwhile;
    }

    /** How each payout ended: paid or refused. */
    public Map<String, Answer> payAll(List<Order> orders) {
        var toPay = new LinkedHashMap<String, Order>();
        var toAsk = new LinkedHashMap<String, Order>();
        orders.forEach(order -> toPay.put(order.payoutId(), order));
        for (int round = 0; !toPay.isEmpty() || !toAsk.isEmpty(); round++) {
            assertThat(round).as("rounds, with %s left", toAsk.keySet()).isLessThan(PATIENCE);
            var paying = runs(toPay.values());
            var asking = runs(toAsk.values());
            paying.forEach(run -> sort(run, pay(run), toPay, toAsk));
            asking.forEach(run -> sort(run, ask(run), toPay, toAsk));
            meanwhile.run();
        }
        return settled;
    }

    /** What is said of payouts that were settled, when they are asked about until everything is clear. */
    public Map<String, Answer> askAgain(List<Order> orders) {
        var toAsk = new LinkedHashMap<String, Order>();
        orders.forEach(order -> toAsk.put(order.payoutId(), order));
        for (int round = 0; !toAsk.isEmpty(); round++) {
            assertThat(round).as("rounds").isLessThan(PATIENCE);
            runs(toAsk.values()).forEach(run -> sort(run, ask(run), new HashMap<>(), toAsk));
            meanwhile.run();
        }
        return settled;
    }

    private List<List<Order>> runs(Iterable<Order> orders) {
        var runs = new ArrayList<List<Order>>();
        for (var order : orders) {
            if (runs.isEmpty() || runs.getLast().size() == rail.runSize()) runs.add(new ArrayList<>());
            runs.getLast().add(order);
        }
        return runs;
    }

    private Map<String, Answer> pay(List<Order> orders) {
        try {
            return rail.pay(run(orders));
        } catch (Unreachable nothingSent) {
            var answers = new HashMap<String, Answer>();
            orders.forEach(order -> answers.put(order.payoutId(), new Answer.NeverHeard()));
            return answers;
        } catch (RuntimeException unclear) {
            return Map.of();
        }
    }

    private Map<String, Answer> ask(List<Order> orders) {
        try {
            return rail.ask(orders);
        } catch (RuntimeException unclear) {
            return Map.of();
        }
    }

    private void sort(
            List<Order> orders, Map<String, Answer> answers, Map<String, Order> toPay, Map<String, Order> toAsk) {
        for (var order : orders) {
            var id = order.payoutId();
            var answer = answers.getOrDefault(id, new Answer.Unknown("nothing was said"));
            toPay.remove(id);
            toAsk.remove(id);
            switch (answer) {
                case Answer.NeverHeard again -> toPay.put(id, order);
                case Answer.Accepted later -> toAsk.put(id, order);
                case Answer.Unknown later -> toAsk.put(id, order);
                case Answer.Paid end -> settled.put(id, end);
                case Answer.Refused end -> settled.put(id, end);
                case Answer.Returned end -> settled.put(id, end);
                case Answer.Duplicate end -> settled.put(id, end);
            }
        }
    }

    static Run run(List<Order> orders) {
        return new Run(
                "RUN000000000000000000000000000",
                Instant.parse("2026-03-01T00:00:00Z"),
                orders.getFirst().currency(),
                orders);
    }
}
