package io.kempelen.acceptance.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

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
            case "PayoutRequested", "PayoutPaid", "PayoutFailed" -> payout(event);
            default -> findings.add("event-form", event.place(), "the auditor does not know " + event.type());
        }
    }

    private void deposit(Event event) {
        if (!deposits.add(event.text("depositId")))
            findings.add("deposits", event.text("depositId"), "was received twice");
        var amount = event.money("amount");
        history.money.move(
                Accounts.outside(event.text("kind"), amount), Accounts.available(event.text("requesterId")), amount);
    }

    private void held(Event event) {
        var ask = history.ask(event.text("askId"));
        if (++ask.held > 1) findings.add("asks", ask.id, "was held " + ask.held + " times");
        var requester = event.text("requesterId");
        var hold = history.hold(event.text("fundsId"), requester);
        for (var one : (List<?>) event.body().get("lines")) {
            var line = (GenericRecord) one;
            var place = Amount.of(line.get("reward")).plus(Amount.of(line.get("fee")));
            long places = ((Number) line.get("places")).longValue();
            var sum = new Amount(Math.multiplyExact(place.minor(), places), place.currency());
            hold.held += sum.minor();
            history.money.move(Accounts.available(requester), Accounts.escrow(requester), sum);
        }
    }

    private void released(Event event) {
        var requester = event.text("requesterId");
        var amount = event.money("amount");
        history.hold(event.text("fundsId"), requester).released += amount.minor();
        history.money.move(Accounts.escrow(requester), Accounts.available(requester), amount);
    }

    private void rewardPaid(Event event) {
        var requester = event.text("requesterId");
        var price = new Work.Price(event.money("reward"), event.money("fee"), "RewardPaid");
        history.work(event).paid.add(price);
        history.money.move(Accounts.escrow(requester), Accounts.earnings(event.text("workerId")), price.reward());
        history.money.move(Accounts.escrow(requester), Accounts.fees(price.fee()), price.fee());
    }

    private void bonusPaid(Event event) {
        if (history.bonuses.put(event.text("bonusId"), event.money("amount")) != null)
            findings.add("bonuses", event.text("bonusId"), "was paid twice");
        var from = Accounts.available(event.text("requesterId"));
        var fee = event.money("fee");
        history.money.move(from, Accounts.earnings(event.text("workerId")), event.money("amount"));
        history.money.move(from, Accounts.fees(fee), fee);
    }

    private void payout(Event event) {
        if (!payouts.add(event.type() + " " + event.text("payoutId")))
            findings.add("payouts", event.text("payoutId"), event.type() + " came twice");
        var amount = event.money("amount");
        var wallet = Accounts.earnings(event.text("workerId"));
        var rail = Accounts.rail(event.text("rail"), amount);
        switch (event.type()) {
            case "PayoutRequested" -> history.money.move(wallet, rail, amount);
            case "PayoutPaid" -> history.money.move(rail, Accounts.paidOut(event.text("rail"), amount), amount);
            default -> history.money.move(rail, wallet, amount);
        }
    }
}
