package io.kempelen.payout.hold;

import io.kempelen.payout.hold.domain.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Captures or releases held places, each once; a fact whose hold is not known yet waits in the database. */
@Component
class Settling {

    private final Settlements settlements;

    Settling(Settlements settlements) {
        this.settlements = settlements;
    }

    void settle(List<Settlement> facts, Batch batch, Instant now) {
        settleWaiting(batch, now);
        if (facts.isEmpty()) return;
        var places = onePerPlace(facts);
        settleNew(places, batch, now, true);
        settleNew(places, batch, now, false);
    }

    /** As far as the hold reaches: what another grant will cover goes on waiting. */
    private void settleWaiting(Batch batch, Instant now) {
        var done = new ArrayList<String>();
        for (var early : settlements.waiting(batch.granted)) {
            if (!batch.hold(early.fundsId()).covers(early)) continue;
            batch.settle(early);
            done.add(early.id());
        }
        settlements.settled(done, now);
    }

    private void settleNew(Map<String, Settlement> places, Batch batch, Instant now, boolean known) {
        var rows = places.values().stream()
                .filter(place -> batch.hold(place.fundsId()).known() == known)
                .toList();
        var fresh = settlements.insert(rows, known ? now : null);
        var repeated = rows.stream().filter(row -> !fresh.contains(row.id())).toList();
        var outcomes =
                settlements.outcomes(repeated.stream().map(Settlement::id).toList());
        repeated.forEach(row -> agree(row, outcomes.get(row.id())));
        if (known) rows.stream().filter(row -> fresh.contains(row.id())).forEach(batch::settle);
    }

    /** Sorted by place, so that two transactions never wait for each other's rows crosswise. */
    private static Map<String, Settlement> onePerPlace(List<Settlement> facts) {
        var places = new TreeMap<String, Settlement>();
        for (var fact : facts) {
            var first = places.putIfAbsent(fact.id(), fact);
            if (first != null) agree(fact, first.outcome());
        }
        return places;
    }

    /** A repetition is harmless; a contradiction is somebody's bug and must not be swallowed. */
    private static void agree(Settlement fact, Settlement.@org.jspecify.annotations.Nullable Outcome before) {
        if (before != fact.outcome())
            throw new IllegalStateException(
                    "Place %s is %s, it cannot be %s".formatted(fact.id(), before, fact.outcome()));
    }
}
