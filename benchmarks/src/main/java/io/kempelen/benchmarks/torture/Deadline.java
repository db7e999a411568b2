package io.kempelen.benchmarks.torture;

import java.time.Duration;

/** When the time is over. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean over() {
        return nanos - System.nanoTime() < 0;
    }

    /** The later of this and that much time from now. */
    Deadline atLeast(Duration time) {
        var other = in(time);
        return other.nanos - nanos > 0 ? other : this;
    }
}
