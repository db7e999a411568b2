package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.audit.Amount;
import io.kempelen.acceptance.audit.Event;
import io.kempelen.acceptance.audit.Move;
import io.kempelen.acceptance.audit.Moves;
import io.kempelen.acceptance.ledger.Difference.Kind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Listens to transfers, topics and stored balances, in any order, and keeps what each of them says. */
final class Reading<T extends Tally> {

    private static final int APPROVED = 1;
    private static final int REJECTED = 2;

    final Figures figures = new Figures();
    final Differences faults = new Differences();
    final Book<T> transfers;
    final Book<T> topics;
    final Book<T> live;
    final Book<T> reviews;
    long transferCount;
    long eventCount;
    long repeated;
    long waiting;
    long unapplied;

    private final Seen events;
    private final Seen verdicts;
    private final Seen overrides;

    Reading(Supplier<Book<T>> book, Salt salt) {
        transfers = book.get();
        topics = book.get();
        live = book.get();
        reviews = book.get();
        events = new Seen(salt);
        verdicts = new Seen(salt);
        overrides = new Seen(salt);
    }

    /** A record of the two topics, or one that is still to be sent; a repeated publication counts once. */
    void event(Event event, int content) {
        if (event.id().isEmpty()) {
            faults.add(Kind.EVENT, event.place(), event.type() + " has no ce_id");
            return;
        }
        switch (events.see(event.id(), content)) {
            case NEW -> count(event);
            case REPEATED -> repeated++;
            case CONTRADICTED ->
                faults.add(Kind.EVENT, event.place(), "the id " + event.id() + " stands for two different events");
        }
    }

    /** One that may have been sent already, for all its sender knows: then it was counted. */
    void unsent(Event event, int content) {
        long before = repeated;
        event(event, content);
        repeated = before;
        waiting++;
    }

    void unreadable(String place, String why) {
        faults.add(Kind.EVENT, place, "cannot be counted: " + why);
    }

    private void count(Event event) {
        eventCount++;
        try {
            if (event.topic().equals("payouts")) payout(event);
            else review(event);
        } catch (RuntimeException malformed) {
            unreadable(event.place(), event.type() + ": " + malformed);
        }
    }

    private void payout(Event event) {
        if (!Moves.knows(event) && Moves.carriesMoney(event.body().getSchema()))
            unreadable(event.place(), event.type() + " carries money and is newer than this verifier");
        for (var move : Moves.of(event)) {
            figures.told(move);
            topics.moves().add(move.reference(), words(move), 1, () -> place(event));
        }
        switch (event.type()) {
            case "FundsHeld" -> Moves.of(event).forEach(move -> held(event, move.amount(), 1));
            case "FundsReleased" -> held(event, event.money("amount"), -1);
            case "RewardPaid" -> topics.rewards().add(event.text("assignmentId"), terms(event), 1, () -> place(event));
            default -> {} // bonuses, deposits and payouts touch no hold
        }
    }

    private void review(Event event) {
        switch (event.type()) {
            case "AssignmentApproved" -> approved(event);
            case "AssignmentRejected" -> verdict(event, REJECTED);
            default -> {} // nothing else makes anybody owe
        }
    }

    private void approved(Event event) {
        owed(event, 1);
        if (event.flag("overridesRejection")) override(event);
        else verdict(event, APPROVED);
    }

    private void owed(Event event, int times) {
        reviews.rewards().add(event.text("assignmentId"), terms(event), times, () -> place(event));
        held(event, event.money("reward"), -times);
        held(event, event.money("fee"), -times);
    }

    /** A second verdict may repeat the first in other words; the opposite makes one of them untrue. */
    private void verdict(Event event, int verdict) {
        var assignment = event.text("assignmentId");
        if (verdicts.see(assignment, verdict) == Seen.Sight.CONTRADICTED)
            faults.add(Kind.REWARD, assignment, "was both approved and rejected; " + place(event) + " came second");
    }

    private void override(Event event) {
        var assignment = event.text("assignmentId");
        if (!verdicts.knows(assignment, REJECTED))
            faults.add(Kind.REWARD, assignment, "a rejection that never was is overridden by " + place(event));
        if (overrides.see(assignment, APPROVED) != Seen.Sight.NEW)
            faults.add(Kind.REWARD, assignment, "its rejection is overridden again by " + place(event));
    }

    /** An approval that payout-service has put aside: it owes no transfer yet, and that is a fault in itself. */
    void parked(Event event) {
        if (!event.type().equals("AssignmentApproved")) return;
        owed(event, -1);
        faults.add(
                Kind.REWARD,
                event.text("assignmentId"),
                "was approved and is not paid: " + place(event) + " is parked in payout-service");
    }

    private void held(Event event, Amount amount, int sign) {
        hold(
                topics,
                event.text("fundsId"),
                event.text("requesterId"),
                amount.currency(),
                sign * amount.minor(),
                () -> place(event));
    }

    void transfer(Transfer transfer) {
        transferCount++;
        var move = transfer.move();
        figures.transferred(move);
        transfers.moves().add(move.reference(), words(move), 1, () -> "transfer " + transfer.id());
        if (transfer.fundsId() == null) return;
        hold(
                transfers,
                transfer.fundsId(),
                transfer.holder(),
                transfer.amount().currency(),
                transfer.intoHold()
                        ? transfer.amount().minor()
                        : -transfer.amount().minor(),
                () -> "transfer " + transfer.id());
    }

    void balance(String account, String currency, @Nullable Long stored) {
        figures.stored(account, currency, stored);
    }

    void remaining(String fundsId, String requesterId, String currency, long remaining) {
        hold(live, fundsId, requesterId, currency, remaining, () -> "the hold");
    }

    private static <B extends Tally> void hold(
            Book<B> book, String fundsId, String requesterId, String currency, long amount, Supplier<String> place) {
        book.holds().add(fundsId, currency + " of " + requesterId, amount, place);
    }

    private static String words(Move move) {
        return Money.words(move.amount()) + " from " + move.from() + " to " + move.to();
    }

    private static String terms(Event event) {
        return Money.words(event.money("reward")) + " to " + event.text("workerId") + " and a fee of "
                + Money.words(event.money("fee")) + ", from " + event.text("requesterId") + " for task "
                + event.text("taskId");
    }

    private static String place(Event event) {
        return event.type() + " at " + event.place();
    }
}
