package io.kempelen.benchmarks.torture;

/** What was asked for. */
record Aim(int submissions, int kills, int inFlight) {

    Aim {
        if (submissions < 1 || kills < 0 || inFlight < 1)
            throw new IllegalStateException("--submissions and --in-flight want at least 1, --kills at least 0.");
        if ((long) kills * inFlight > submissions)
            throw new IllegalStateException(kills + " kills with " + inFlight
                    + " submissions in flight each want at least " + (long) kills * inFlight + " submissions.");
    }

    /** How many submissions this kill has for itself: what is left, in equal parts. */
    int share(int begun, int killNumber) {
        return Math.max(0, submissions - begun) / Math.max(1, kills - killNumber + 1);
    }
}
