package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.ledger.Difference.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts all and keeps the first of each kind, so that a ruined ledger does not ruin its verifier too. */
final class Differences {

    private static final int KEPT = 200;

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<Difference> kept = new ArrayList<>();

    Differences() {
        for (var kind : Kind.values()) counts.put(kind, 0L);
    }

    void add(Kind kind, String subject, String words) {
        if (counts.merge(kind, 1L, Long::sum) <= KEPT) kept.add(new Difference(kind, subject, words));
    }

    /** Counted but not looked into. */
    void addUnseen(Kind kind, long count) {
        counts.merge(kind, count, Long::sum);
    }

    Map<Kind, Long> counts() {
        return new EnumMap<>(counts);
    }

    List<Difference> kept() {
        return List.copyOf(kept);
    }
}
