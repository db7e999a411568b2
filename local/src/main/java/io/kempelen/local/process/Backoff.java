package io.kempelen.local.process;

import java.time.Duration;

/**
 * How long to wait before a dead child is started again: at once after a long life, ever longer while it dies young.
 *
 * @param failures deaths in a row without a long life between them
 */
record Backoff(int failures) {

    static final Backoff NONE = new Backoff(0);

    private static final Duration LONG_LIFE = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    Backoff diedAfter(Duration life) {
        return new Backoff(life.compareTo(LONG_LIFE) >= 0 ? 1 : failures + 1);
    }

    Duration delay() {
        if (failures == 0) return Duration.ZERO;
        var delay = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
