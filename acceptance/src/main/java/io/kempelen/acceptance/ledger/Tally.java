package io.kempelen.acceptance.ledger;

import java.util.function.Supplier;

/**
 * Adds up amounts by key. Two tallies of the same history agree, whatever the order it was read in.
 *
 * @see Sketch which only knows whether they agree, in memory that does not grow
 * @see Details which knows all about a few subjects
 */
interface Tally {

    /**
     * @param subject what the key is about; keys that contradict each other share it
     * @param place where this was read
     */
    void add(String subject, String key, long amount, Supplier<String> place);
}
