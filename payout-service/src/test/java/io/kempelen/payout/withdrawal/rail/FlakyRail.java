package io.kempelen.payout.withdrawal.rail;

import io.kempelen.payout.withdrawal.rail.Answer.Accepted;
import io.kempelen.payout.withdrawal.rail.Answer.NeverHeard;
import io.kempelen.payout.withdrawal.rail.Answer.Paid;
import io.kempelen.payout.withdrawal.rail.Answer.Refused;
import io.kempelen.payout.withdrawal.rail.Answer.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A rail with books of its own that loses one answer in three: sometimes with what was asked, sometimes after acting on it. It acts
 * once per id, and remembers whoever paid again without having been told that this is all right.
 */
public final class FlakyRail implements PayoutRail {

    /** What the rail knows of a payout it got. */
    public record Entry(long amount, String currency, Answer answer) {}

    private final String name;
    private final Random dice;
    private final Map<String, Entry> books = new HashMap<>();
    private final Set<String> inDoubt = new HashSet<>();
    private final List<String> blindly = new ArrayList<>();

    public FlakyRail(String name, long seed) {
        this.name = name;
        this.dice = new Random(seed);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void check(Destination to, String currency) {}

    @Override
    public int runSize() {
        return 7;
    }

    @Override
    public synchronized Map<String, Answer> pay(Run run) throws Unreachable {
        if (dice.nextInt(8) == 0) throw new Unreachable("It is not a good day.");
        var answers = new HashMap<String, Answer>();
        for (var order : run.orders()) {
            if (inDoubt.contains(order.payoutId())) blindly.add(order.payoutId());
            tell(answers, order, heard(order));
        }
        if (dice.nextInt(20) == 0) throw lost(run.orders());
        return answers;
    }

    @Override
    public synchronized Map<String, Answer> ask(List<Order> orders) {
        if (dice.nextInt(20) == 0) throw new IllegalStateException("It does not feel like talking.");
        var answers = new HashMap<String, Answer>();
        for (var order : orders) tell(answers, order, known(order));
        return answers;
    }

    /** Money that left, by payout id: each once, whatever happened. */
    public synchronized Map<String, Long> paid() {
        var paid = new HashMap<String, Long>();
        books.forEach((id, entry) -> {
            if (entry.answer() instanceof Paid) paid.put(id, entry.amount());
        });
        return paid;
    }

    public synchronized Map<String, Entry> books() {
        return Map.copyOf(books);
    }

    /** Those paid again although nobody knew what had become of them; a caller that keeps the rules has none. */
    public synchronized List<String> blindly() {
        return List.copyOf(blindly);
    }

    private Answer heard(Order order) {
        if (dice.nextInt(6) == 0 && !books.containsKey(order.payoutId())) return new Unknown("Nobody listened.");
        return books.computeIfAbsent(order.payoutId(), id -> new Entry(order.amount(), order.currency(), decide(order)))
                .answer();
    }

    /** One payout in eight is refused; one in four takes until it is asked about. */
    private static Answer decide(Order order) {
        var luck = Math.floorMod(order.payoutId().hashCode(), 8);
        if (luck == 0) return new Refused("The flaky rail does not like " + order.payoutId() + ".");
        return luck < 3 ? new Accepted() : new Paid();
    }

    private Answer known(Order order) {
        var entry = books.get(order.payoutId());
        if (entry == null) return new NeverHeard();
        if (entry.answer() instanceof Accepted)
            books.put(order.payoutId(), new Entry(entry.amount(), entry.currency(), new Paid()));
        return entry.answer();
    }

    private void tell(Map<String, Answer> answers, Order order, Answer truth) {
        var said = dice.nextInt(3) == 0 ? new Unknown("The answer was lost.") : truth;
        if (said instanceof NeverHeard) inDoubt.remove(order.payoutId());
        else inDoubt.add(order.payoutId());
        if (said instanceof Unknown && dice.nextBoolean()) return;
        answers.put(order.payoutId(), said);
    }

    private IllegalStateException lost(List<Order> orders) {
        orders.forEach(order -> inDoubt.add(order.payoutId()));
        return new IllegalStateException("It hung up.");
    }
}
