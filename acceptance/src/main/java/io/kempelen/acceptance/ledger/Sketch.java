package io.kempelen.acceptance.ledger;

import java.util.BitSet;
import java.util.function.Supplier;

/**
 * A fingerprint of any number of keys and amounts in 64 KB. It is linear: each entry adds amount times hash(key), so what is
 * said in another order, or in other portions, leaves the same fingerprint, and what is said by one side only leaves another
 * (but for one chance in 2^64). The buckets tell where to look when two differ.
 */
final class Sketch implements Tally {

    static final int BUCKETS = 1 << 12;

    private final Salt salt;
    private final long[] first = new long[BUCKETS];
    private final long[] second = new long[BUCKETS];

    Sketch(Salt salt) {
        this.salt = salt;
    }

    @Override
    public void add(String subject, String key, long amount, Supplier<String> place) {
        var hash = salt.hash(subject + '\n' + key);
        int bucket = bucket(subject);
        first[bucket] += amount * (hash[0] | 1);
        second[bucket] += amount * (hash[1] | 1);
    }

    static int bucket(String subject) {
        return Math.floorMod(subject.hashCode(), BUCKETS);
    }

    /** The buckets that hold a difference. */
    BitSet differing(Sketch other) {
        var differing = new BitSet(BUCKETS);
        for (int bucket = 0; bucket < BUCKETS; bucket++)
            differing.set(bucket, first[bucket] != other.first[bucket] || second[bucket] != other.second[bucket]);
        return differing;
    }
}
