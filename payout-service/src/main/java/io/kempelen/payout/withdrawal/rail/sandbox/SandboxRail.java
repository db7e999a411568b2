package io.kempelen.payout.withdrawal.rail.sandbox;

import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Pays everybody at once and nobody really. Amounts that end in 13 minor units are refused, so that failure can be tried. */
@Component
@ConditionalOnProperty("kempelen.payouts.sandbox")
class SandboxRail implements PayoutRail {

    private static final int UNLUCKY = 13;
    private static final int RUN = 20;

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public void check(Destination to, String currency) {
        // play money goes anywhere
    }

    @Override
    public int runSize() {
        return RUN;
    }

    @Override
    public Map<String, Answer> pay(Run run) {
        return ask(run.orders());
    }

    @Override
    public Map<String, Answer> ask(List<Order> orders) {
        return orders.stream().collect(Collectors.toMap(Order::payoutId, SandboxRail::answer));
    }

    private static Answer answer(Order order) {
        return order.amount() % 100 == UNLUCKY
                ? new Answer.Refused("The sandbox refuses amounts that end in " + UNLUCKY + ".")
                : new Answer.Paid();
    }
}
