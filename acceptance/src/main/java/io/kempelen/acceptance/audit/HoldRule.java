package io.kempelen.acceptance.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Every hold is captured, released or still open; what is open is the price of the places that are. */
final class HoldRule implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        asks(evidence, findings);
        var owed = open(evidence.history());
        for (var hold : evidence.history().holds.values()) {
            if (hold.open() < 0) findings.add("holds", hold.id, "gave " + -hold.open() + " more than was held");
            long places = owed.getOrDefault(hold.id, 0L);
            if (hold.open() != places)
                findings.add(
                        "holds",
                        hold.id,
                        "holds " + hold.open() + " (held " + hold.held + ", captured " + hold.captured + ", released "
                                + hold.released + "), its open places cost " + places);
        }
        owed.forEach((id, places) -> {
            if (places != 0 && !evidence.history().holds.containsKey(id))
                findings.add("holds", id, "holds nothing, its open places cost " + places);
        });
        ledger(evidence, findings);
    }

    /** By hold: what the places cost that are neither paid for nor given back. */
    private static Map<String, Long> open(History history) {
        var open = new HashMap<String, Long>();
        for (var task : history.tasks.values()) {
            var price = task.price;
            if (price != null)
                open.merge(task.fundsId, Math.multiplyExact(price.total().minor(), task.held()), Math::addExact);
        }
        return open;
    }

    private static void asks(Evidence evidence, Findings findings) {
        for (var ask : evidence.history().asks.values()) {
            int answers = ask.held + ask.declined;
            if (answers > 1) findings.add("asks", ask.id, "was answered " + answers + " times");
            if (answers > 0 && ask.asked == 0) findings.add("asks", ask.id, "was answered but never asked");
            if (answers == 0 && ask.withdrawn == 0) findings.add("asks", ask.id, "was never answered");
        }
    }

    private static void ledger(Evidence evidence, Findings findings) {
        Set<String> kept = new HashSet<>();
        evidence.stores().each("payout", "SELECT funds_id, remaining FROM hold WHERE asks > 0", row -> {
            var id = row.getString(1);
            kept.add(id);
            var hold = evidence.history().holds.get(id);
            findings.same("holds", id, "what is left", hold == null ? 0 : hold.open(), row.getLong(2));
        });
        for (var hold : evidence.history().holds.values())
            if (!kept.contains(hold.id)) findings.add("holds", hold.id, "is not in the ledger");
        long waiting = evidence.stores().number("payout", "SELECT count(*) FROM settlement WHERE settled_at IS NULL");
        if (waiting > 0) findings.add("holds", "settlement", waiting + " places wait for a hold that never came");
    }
}
