package io.kempelen.payout.withdrawal.rail;

import java.util.OptionalLong;

/**
 * What a rail says of a payout by itself, after it was handed over.
 *
 * @param amount of the payout in minor units as the rail has it, where it says so; another than ours is nobody's to settle but a person's
 */
public record News(Subject subject, Answer answer, OptionalLong amount) {

    public News(Subject subject, Answer answer) {
        this(subject, answer, OptionalLong.empty());
    }

    /** How the rail names the payout. */
    public sealed interface Subject {
        /** By the payout's id. */
        record ById(String payoutId) implements Subject {}

        /**
         * By the last digits of its {@link Order#number}, {@code number % modulus == rest}, and the end of its id: the newest such
         * payout is meant.
         */
        record ByNumber(long rest, long modulus, String idTail) implements Subject {}

        /** The whole run. */
        record OfRun(String runId) implements Subject {}
    }
}
