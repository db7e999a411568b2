package io.kempelen.acceptance.ledger;

import java.util.BitSet;

/**
 * What one side says.
 *
 * @param moves each movement of money, by what it was for
 * @param holds what is left in each hold
 * @param rewards who is paid what for each assignment
 */
record Book<T extends Tally>(T moves, T holds, T rewards) {

    static Book<Sketch> sketched(Salt salt) {
        return new Book<>(new Sketch(salt), new Sketch(salt), new Sketch(salt));
    }

    static Book<Details> detailed(Suspects suspects) {
        return new Book<>(
                new Details(suspects.moves()), new Details(suspects.holds()), new Details(suspects.rewards()));
    }

    /** The buckets in which sides disagree: only these are worth a second reading. */
    record Suspects(BitSet moves, BitSet holds, BitSet rewards) {

        static final int LOOKED_INTO = 64;

        boolean none() {
            return moves.isEmpty() && holds.isEmpty() && rewards.isEmpty();
        }

        /** At most so many of each as can be kept in full. */
        Suspects first() {
            return new Suspects(first(moves), first(holds), first(rewards));
        }

        private static BitSet first(BitSet buckets) {
            var first = new BitSet();
            buckets.stream().limit(LOOKED_INTO).forEach(first::set);
            return first;
        }
    }
}
