package io.kempelen.benchmarks.torture;

/** What waits or was put aside: events that are not sent, records that could not be applied, dead letters. */
record Plumbing(long unsent, long parked, long deadLetters) {

    /** What came since; what is not sent now is not sent, whenever it was written. */
    Plumbing since(Plumbing before) {
        return new Plumbing(unsent, parked - before.parked, deadLetters - before.deadLetters);
    }
}
