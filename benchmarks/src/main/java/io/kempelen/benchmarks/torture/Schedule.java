package io.kempelen.benchmarks.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who is killed and when, by the seed alone. Victims are dealt like cards, so that each falls about as often as the others; the
 * moment is a part of a burst of submissions and a pause after it, so that it does not depend on how fast the machine is.
 */
record Schedule(List<Planned> kills) {

    private static final double EARLIEST = 0.25;
    private static final double LATEST = 0.75;
    private static final int LONGEST_PAUSE_MILLIS = 300;

    /** @param part how much of its burst has begun when the kill is due */
    record Planned(int number, Victim victim, double part, Duration pause) {}

    static Schedule of(long seed, int kills) {
        var random = new SplittableRandom(seed);
        var planned = new ArrayList<Planned>();
        var deck = new ArrayList<Victim>();
        for (int number = 1; number <= kills; number++) {
            if (deck.isEmpty()) {
                Collections.addAll(deck, Victim.values());
                Collections.shuffle(deck, random);
            }
            var part = random.nextDouble(EARLIEST, LATEST);
            var pause = Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS));
            planned.add(new Planned(number, deck.removeLast(), part, pause));
        }
        return new Schedule(List.copyOf(planned));
    }
}
