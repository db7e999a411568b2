package io.kempelen.acceptance.ledger;

/**
 * Ids that were met before, by their hashes, and what each stood for: 20 bytes a place, at most two thirds of the places
 * taken. It is the one thing here that grows with the number of events: ten million take 320 MB.
 */
final class Seen {

    /** What is known of an id. */
    enum Sight {
        NEW,
        /** Met before, standing for the same. */
        REPEATED,
        /** Met before, standing for something else. */
        CONTRADICTED
    }

    private static final int PLACES_AT_FIRST = 1 << 10;

    private final Salt salt;
    private long[] first = new long[PLACES_AT_FIRST];
    private long[] second = new long[PLACES_AT_FIRST];
    private int[] meanings = new int[PLACES_AT_FIRST];
    private int taken;

    Seen(Salt salt) {
        this.salt = salt;
    }

    Sight see(String id, int meaning) {
        var hash = hash(id);
        int place = place(hash[0], hash[1]);
        if (second[place] != 0) return meanings[place] == meaning ? Sight.REPEATED : Sight.CONTRADICTED;
        put(place, hash[0], hash[1], meaning);
        if (++taken > meanings.length / 3 * 2) grow();
        return Sight.NEW;
    }

    boolean knows(String id, int meaning) {
        var hash = hash(id);
        int place = place(hash[0], hash[1]);
        return second[place] != 0 && meanings[place] == meaning;
    }

    /** Never zero in its second half, which is how an empty place is told. */
    private long[] hash(String id) {
        var hash = salt.hash(id);
        hash[1] |= 1;
        return hash;
    }

    /** Where a hash lies, or the empty place where it would. */
    private int place(long high, long low) {
        int place = (int) high & (meanings.length - 1);
        while (second[place] != 0 && (first[place] != high || second[place] != low))
            place = (place + 1) & (meanings.length - 1);
        return place;
    }

    private void put(int place, long high, long low, int meaning) {
        first[place] = high;
        second[place] = low;
        meanings[place] = meaning;
    }

    private void grow() {
        var highs = first;
        var lows = second;
        var before = meanings;
        first = new long[before.length * 2];
        second = new long[before.length * 2];
        meanings = new int[before.length * 2];
        for (int old = 0; old < before.length; old++)
            if (lows[old] != 0) put(place(highs[old], lows[old]), highs[old], lows[old], before[old]);
    }
}
