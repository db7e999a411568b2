package io.kempelen.benchmarks.torture;

/** Who is killed: all that stands between an answer and its pay. */
enum Victim {
    PAYOUT("payout-service"),
    REVIEW("review-service"),
    BROKER("broker"),
    DATABASE("postgres");

    private final String process;

    Victim(String process) {
        this.process = process;
    }

    /** The supervisor's name for it. */
    String process() {
        return process;
    }
}
