package io.kempelen.benchmarks.torture;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * One thing that must be so.
 *
 * @param differences what is not so, one by one, where it can be named; at most {@link #SHOWN} of them
 */
record Line(String what, long expected, long found, List<String> differences) {

    static final int SHOWN = 10;

    static Line same(String what, long expected, long found) {
        return new Line(what, expected, found, List.of());
    }

    /** There must be none of these. */
    static Line none(String what, Collection<String> all) {
        return new Line(what, 0, all.size(), all.stream().limit(SHOWN).toList());
    }

    boolean holds() {
        return expected == found && differences.isEmpty();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(String.format(
                Locale.ROOT, "  %-70s %,12d %,12d %s", what, expected, found, holds() ? "" : "DIFFERENT"));
        for (var difference : differences) text.append("\n      ").append(difference);
        return text.toString().stripTrailing();
    }
}
