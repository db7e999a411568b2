package io.kempelen.benchmarks.load;

import java.util.random.RandomGenerator;

/** What three workers answer: mostly the same, sometimes one of them dissents; there is always a majority. */
final class Votes {

    private static final String[] LABELS = {"cat", "dog", "bird", "fish", "other"};
    private static final double UNANIMOUS = 0.8;

    private Votes() {}

    static String[] plan(RandomGenerator random) {
        int right = random.nextInt(LABELS.length);
        var votes = new String[Task.PLACES];
        java.util.Arrays.fill(votes, LABELS[right]);
        if (random.nextDouble() >= UNANIMOUS) {
            int wrong = (right + 1 + random.nextInt(LABELS.length - 1)) % LABELS.length;
            votes[random.nextInt(Task.PLACES)] = LABELS[wrong];
        }
        return votes;
    }
}
