package io.kempelen.payout.hold;

import io.kempelen.events.AssignmentAbandoned;
import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.events.AssignmentReturned;
import io.kempelen.events.FundsAsked;
import io.kempelen.events.FundsWithdrawn;
import io.kempelen.events.Money;
import io.kempelen.events.TaskClosed;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.payout.hold.domain.Ask;
import io.kempelen.payout.hold.domain.Facts;
import io.kempelen.payout.hold.domain.Line;
import io.kempelen.payout.hold.domain.Settlement;
import io.kempelen.payout.hold.domain.Settlement.Assignment;
import io.kempelen.payout.hold.domain.Settlement.Price;
import io.kempelen.payout.hold.domain.Withdrawal;
import java.util.ArrayList;
import java.util.List;

/** What events of any topic mean for held money. */
public final class HoldStreams {

    private HoldStreams() {}

    public static Facts facts(List<Received> events) {
        var facts = new Facts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        events.forEach(received -> add(received, facts));
        return facts;
    }

    private static void add(Received received, Facts facts) {
        switch (received.event()) {
            case FundsAsked asked -> facts.asks().add(ask(asked));
            case FundsWithdrawn back ->
                facts.withdrawals().add(new Withdrawal(back.getAskId(), back.getFundsId(), back.getRequesterId()));
            case AssignmentApproved approved -> facts.settlements().add(approved(approved));
            case AssignmentRejected rejected -> facts.settlements().add(rejected(rejected));
            case AssignmentReturned returned -> {
                if (returned.getPlaceReleased()) facts.settlements().add(returned(returned));
            }
            case AssignmentAbandoned abandoned -> {
                if (abandoned.getPlaceReleased()) facts.settlements().add(abandoned(abandoned));
            }
            case TaskClosed closed -> {
                if (closed.getNeverTaken() > 0) facts.settlements().add(closed(closed));
            }
            default -> {} // the other events move no held money
        }
    }

    private static Ask ask(FundsAsked asked) {
        var currency = asked.getLines().getFirst().getReward().getCurrency();
        var lines = asked.getLines().stream()
                .map(line ->
                        new Line(minor(line.getReward(), currency), line.getPlaces(), line.getAssignmentsPerTask()))
                .toList();
        return new Ask(asked.getAskId(), asked.getFundsId(), asked.getRequesterId(), currency, lines);
    }

    private static Settlement approved(AssignmentApproved event) {
        var work = new Assignment(
                event.getAssignmentId(),
                event.getTaskId(),
                event.getBatchId(),
                event.getWorkerId(),
                event.getRequesterId());
        var price = price(event.getReward(), event.getFee());
        return Settlement.approved(work, event.getFundsId(), price, event.getOverridesRejection());
    }

    private static Settlement rejected(AssignmentRejected event) {
        var work = new Assignment(
                event.getAssignmentId(),
                event.getTaskId(),
                event.getBatchId(),
                event.getWorkerId(),
                event.getRequesterId());
        return Settlement.rejected(work, event.getFundsId(), price(event.getReward(), event.getFee()));
    }

    private static Settlement returned(AssignmentReturned event) {
        var work = new Assignment(
                event.getAssignmentId(), event.getTaskId(), null, event.getWorkerId(), event.getRequesterId());
        return Settlement.givenBack(work, event.getFundsId(), price(event.getReward(), event.getFee()));
    }

    private static Settlement abandoned(AssignmentAbandoned event) {
        var work = new Assignment(
                event.getAssignmentId(), event.getTaskId(), null, event.getWorkerId(), event.getRequesterId());
        return Settlement.givenBack(work, event.getFundsId(), price(event.getReward(), event.getFee()));
    }

    private static Settlement closed(TaskClosed event) {
        return Settlement.neverTaken(
                event.getTaskId(),
                event.getClosing(),
                event.getRequesterId(),
                event.getFundsId(),
                price(event.getReward(), event.getFee()),
                event.getNeverTaken());
    }

    private static Price price(Money reward, Money fee) {
        return new Price(reward.getMinorUnits(), minor(fee, reward.getCurrency()), reward.getCurrency());
    }

    private static long minor(Money money, String currency) {
        if (!money.getCurrency().equals(currency))
            throw new IllegalArgumentException("One event, one currency: " + money + " is not in " + currency);
        return money.getMinorUnits();
    }
}
