package io.kempelen.payout.hold.domain;

/** Places that cost the same, as asked. */
public record Line(long reward, int places, int assignmentsPerTask) {

    public Line {
        if (reward < 0) throw new IllegalArgumentException("A reward is never negative: " + reward);
        if (places < 1) throw new IllegalArgumentException("A line has places, not " + places);
    }

    /** The line with its fee. */
    public record Priced(Line line, long fee) {

        long total() {
            return Math.multiplyExact(Math.addExact(line.reward(), fee), (long) line.places());
        }
    }
}
