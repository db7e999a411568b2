package io.kempelen.payout.withdrawal.rail;

/** What a rail says of a payout by itself, after it was handed over. */
public record News(Subject subject, Answer answer) {

    /** How the rail names the payout. */
    public sealed interface Subject {
        /** By the payout's id. */
        record ById(String payoutId) implements Subject {}

        /** By the last digits of its {@link Order#number}: {@code number % modulus == rest}; the newest such payout is meant. */
        record ByNumber(long rest, long modulus) implements Subject {}

        /** The whole run. */
        record OfRun(String runId) implements Subject {}
    }
}
