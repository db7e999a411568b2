package io.kempelen.acceptance.ledger;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says now and then how far a long reading is, beside the result and not in it. */
public final class Progress {

    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final @Nullable PrintStream to;
    private long last = System.nanoTime();

    private Progress(@Nullable PrintStream to) {
        this.to = to;
    }

    public static Progress on(PrintStream stream) {
        return new Progress(stream);
    }

    public static Progress silent() {
        return new Progress(null);
    }

    void read(long events) {
        long now = System.nanoTime();
        if (to == null || now - last < PAUSE) return;
        last = now;
        to.printf("%,d events read ...%n", events);
    }
}
