package io.kempelen.acceptance.ledger;

import static io.kempelen.acceptance.ledger.Told.payout;
import static io.kempelen.acceptance.ledger.Told.record;
import static io.kempelen.acceptance.ledger.Told.review;
import static io.kempelen.acceptance.ledger.Told.usd;

import io.kempelen.acceptance.audit.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A requester puts in 5.00 and holds two places at 0.05 and a fee of 0.01. Ada's answer is approved, Ben's rejected. Ada gets a
 * bonus of 1.00, has all of it paid out, and it comes back.
 */
final class Scene implements Source {

    final List<Event> events = new ArrayList<>();
    final List<Event> unsent = new ArrayList<>();
    final List<Event> parked = new ArrayList<>();
    final List<Transfer> transfers = new ArrayList<>();
    final Map<String, Long> balances = new TreeMap<>();
    final Map<String, Long> holds = new TreeMap<>();

    static Scene asItShouldBe() {
        var scene = new Scene();
        scene.deposit(500);
        scene.hold();
        scene.verdicts();
        scene.bonus();
        scene.payout105("PayoutRequested", "earnings:ada", "rail:bank:USD");
        scene.payout105("PayoutPaid", "rail:bank:USD", "paid-out:bank:USD");
        scene.payout105("PayoutReturned", "paid-out:bank:USD", "earnings:ada");
        scene.balances.putAll(Map.of("available:req", 374L, "escrow:req", 0L, "earnings:ada", 105L));
        scene.holds.put("funds", 0L);
        return scene;
    }

    private void deposit(long minor) {
        events.add(payout(
                "DepositReceived", "depositId", "d1", "requesterId", "req", "amount", usd(minor), "kind", "OPERATOR"));
        transfer("d1", "deposits:USD", "available:req", minor, null);
    }

    private void hold() {
        var line = record("HeldLine", "reward", usd(5), "fee", usd(1), "places", 2);
        events.add(
                payout("FundsHeld", "askId", "ask", "fundsId", "funds", "requesterId", "req", "lines", List.of(line)));
        transfer("ask", "available:req", "escrow:req", 12, "funds");
    }

    private void verdicts() {
        events.add(verdict("AssignmentApproved", "a1", "ada"));
        events.add(rewardPaid("a1", "ada", 5));
        transfer("a1", "escrow:req", "earnings:ada", 5, "funds");
        transfer("a1", "escrow:req", "fees:USD", 1, "funds");
        events.add(verdict("AssignmentRejected", "a2", "ben"));
        events.add(payout("FundsReleased", "fundsId", "funds", "requesterId", "req", "amount", usd(6)));
        transfer("a2", "escrow:req", "available:req", 6, "funds");
    }

    private void bonus() {
        events.add(payout(
                "BonusPaid",
                "bonusId",
                "b1",
                "workerId",
                "ada",
                "requesterId",
                "req",
                "amount",
                usd(100),
                "fee",
                usd(20)));
        transfer("b1", "available:req", "earnings:ada", 100, null);
        transfer("b1", "available:req", "fees:USD", 20, null);
    }

    private void payout105(String type, String from, String to) {
        events.add(payout(type, "payoutId", "p1", "workerId", "ada", "amount", usd(105), "rail", "bank"));
        transfer("p1", from, to, 105, null);
    }

    static Event verdict(String type, String assignment, String worker) {
        return verdict(type, assignment, worker, false);
    }

    static Event verdict(String type, String assignment, String worker, boolean override) {
        return review(
                type,
                "assignmentId",
                assignment,
                "taskId",
                "task",
                "workerId",
                worker,
                "requesterId",
                "req",
                "fundsId",
                "funds",
                "reward",
                usd(5),
                "fee",
                usd(1),
                "overridesRejection",
                override);
    }

    static Event rewardPaid(String assignment, String worker, long reward) {
        return payout(
                "RewardPaid",
                "assignmentId",
                assignment,
                "taskId",
                "task",
                "workerId",
                worker,
                "requesterId",
                "req",
                "reward",
                usd(reward),
                "fee",
                usd(1));
    }

    void transfer(String cause, String from, String to, long minor, @Nullable String funds) {
        transfers.add(new Transfer("t" + transfers.size(), cause, from, to, usd(minor), funds));
    }

    /** The first event of a type. */
    Event first(String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Changes the transfer between two accounts. */
    void replace(String from, String to, UnaryOperator<Transfer> change) {
        transfers.replaceAll(one -> one.debit().equals(from) && one.credit().equals(to) ? change.apply(one) : one);
    }

    Report verify() throws Exception {
        return Verification.judge(this);
    }

    @Override
    public void tell(Reading<?> reading) {
        events.forEach(event -> reading.event(event, event.body().toString().hashCode()));
        unsent.forEach(event -> reading.unsent(event, event.body().toString().hashCode()));
        parked.forEach(reading::parked);
        transfers.forEach(reading::transfer);
        balances.forEach((account, amount) -> reading.balance(account, "USD", amount));
        holds.forEach((funds, left) -> reading.remaining(funds, "req", "USD", left));
    }
}
