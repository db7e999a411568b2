package io.kempelen.assignment.task.domain;

import java.util.Arrays;

/** How a task's places are spread over rows: one row for a small task, more for a big one, so that no row is hot. */
public final class Stripes {

    private static final int PLACES_PER_STRIPE = 50;
    private static final int MOST = 64;

    private Stripes() {}

    /** Grows with the places, never shrinks. */
    public static int count(int places) {
        return Math.clamp(places / PLACES_PER_STRIPE, 1, MOST);
    }

    /** As evenly as whole places can be. */
    public static int[] spread(int places, int stripes) {
        var spread = new int[stripes];
        Arrays.fill(spread, places / stripes);
        for (int i = 0; i < places % stripes; i++) spread[i]++;
        return spread;
    }
}
