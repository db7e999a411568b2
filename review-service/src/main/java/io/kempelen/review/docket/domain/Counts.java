package io.kempelen.review.docket.domain;

/** What became of a task's answers so far; {@code voted} are in the tally, {@code outvoted} were put out of it by the policy. */
public record Counts(int answered, int approved, int rejected, int voted, int outvoted) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts answer() {
        return new Counts(answered + 1, approved, rejected, voted, outvoted);
    }

    Counts vote(int change) {
        return new Counts(answered, approved, rejected, voted + change, outvoted);
    }

    Counts approve() {
        return new Counts(answered, approved + 1, rejected, voted, outvoted);
    }

    Counts reject(boolean byPolicy) {
        return new Counts(answered, approved, rejected + 1, voted, byPolicy ? outvoted + 1 : outvoted);
    }

    Counts override(boolean ofPolicy) {
        return new Counts(answered, approved + 1, rejected - 1, voted, ofPolicy ? outvoted - 1 : outvoted);
    }
}
