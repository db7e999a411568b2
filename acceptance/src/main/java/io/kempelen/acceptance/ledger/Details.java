package io.kempelen.acceptance.ledger;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All that is said about the subjects of a few buckets, and where it was said first. */
final class Details implements Tally {

    /** An amount of a key. */
    record Entry(long amount, String place) {

        private static final Entry NONE = new Entry(0, "");

        Entry plus(Entry other) {
            return new Entry(amount + other.amount, place);
        }
    }

    private final BitSet buckets;
    private final Map<String, Map<String, Entry>> subjects = new TreeMap<>();

    Details(BitSet buckets) {
        this.buckets = buckets;
    }

    @Override
    public void add(String subject, String key, long amount, Supplier<String> place) {
        if (!buckets.get(Sketch.bucket(subject))) return;
        subjects.computeIfAbsent(subject, unknown -> new TreeMap<>())
                .merge(key, new Entry(amount, place.get()), Entry::plus);
    }

    Set<String> subjects() {
        return subjects.keySet();
    }

    Set<String> keys(String subject) {
        return subjects.getOrDefault(subject, Map.of()).keySet();
    }

    Entry entry(String subject, String key) {
        return subjects.getOrDefault(subject, Map.of()).getOrDefault(key, Entry.NONE);
    }
}
