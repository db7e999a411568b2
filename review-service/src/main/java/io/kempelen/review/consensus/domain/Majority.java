package io.kempelen.review.consensus.domain;

import io.kempelen.review.docket.domain.Docket;

/**
 * Majority: a label that more than half of the places agree on is the result, as nothing that may still come can change it.
 * When every place is answered without one, the label most answers gave is; when two have as many, nobody decides but the
 * requester or the delay.
 */
public final class Majority {

    public static final String MODEL = "majority/1";

    /** What the votes say. */
    public sealed interface Outcome {
        record Decided(Label label, int lead) implements Outcome {}

        record Tied() implements Outcome {}

        record Open() implements Outcome {}
    }

    private Majority() {}

    public static Outcome of(Docket docket, Standing standing) {
        var leader = standing.leader();
        if (leader == null || standing.lead() <= 0 || !docket.places().known()) return new Outcome.Open();
        if (2L * standing.lead() > docket.placesThatCount()) return new Outcome.Decided(leader, standing.lead());
        if (!docket.full()) return new Outcome.Open();
        return standing.lead() > standing.second() ? new Outcome.Decided(leader, standing.lead()) : new Outcome.Tied();
    }
}
