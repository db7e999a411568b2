package io.kempelen.acceptance.audit;

import java.util.HashSet;
import java.util.Set;

/** Folds kempelen.payouts into holds and balances. */
final class MoneyReader {

    private final History history;
    private final Findings findings;
    private final Set<String> deposits = new HashSet<>();
    private final Set<String> payouts = new HashSet<>();

    MoneyReader(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    void read(Event event) {
        switch (event.type()) {
            case "DepositReceived" -> deposit(event);
            case "FundsHeld" -> held(event);
            case "FundsDeclined" -> history.ask(event.text("askId")).declined++;
            case "FundsReleased" -> released(event);
            case "RewardPaid" -> rewardPaid(event);
            case "BonusPaid" -> bonusPaid(event);
            case "PayoutRequested", "PayoutPaid", "PayoutFailed", "PayoutReturned" -> payout(event);
            default -> findings.add("event-form", event.place(), "the auditor does not know " + event.type());
        }
        for (var move : Moves.of(event)) history.money.move(move.from(), move.to(), move.amount());
    }

    private void deposit(Event event) {
        if (!deposits.add(event.text("depositId")))
            findings.add("deposits", event.text("depositId"), "was received twice");
    }

    private void held(Event event) {
        var ask = history.ask(event.text("askId"));
        if (++ask.held > 1) findings.add("asks", ask.id, "was held " + ask.held + " times");
        var hold = history.hold(event.text("fundsId"), event.text("requesterId"));
        for (var move : Moves.of(event)) hold.held += move.amount().minor();
    }

    private void released(Event event) {
        history.hold(event.text("fundsId"), event.text("requesterId")).released +=
                event.money("amount").minor();
    }

    private void rewardPaid(Event event) {
        history.work(event).paid.add(new Work.Price(event.money("reward"), event.money("fee"), "RewardPaid"));
    }

    private void bonusPaid(Event event) {
        if (history.bonuses.put(event.text("bonusId"), event.money("amount")) != null)
            findings.add("bonuses", event.text("bonusId"), "was paid twice");
    }

    private void payout(Event event) {
        if (!payouts.add(event.type() + " " + event.text("payoutId")))
            findings.add("payouts", event.text("payoutId"), event.type() + " came twice");
    }
}
