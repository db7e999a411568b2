package io.kempelen.benchmarks.load;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One line that grows: redrawn in place on a terminal, printed now and then elsewhere. */
public final class Progress {

    private static final int WIDTH = 30;
    private static final boolean TERMINAL =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private static final long PAUSE = Duration.ofMillis(TERMINAL ? 250 : 15_000).toNanos();

    private final PrintStream out;
    private final String what;
    private final long whole;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong next = new AtomicLong(System.nanoTime() + PAUSE);

    public Progress(PrintStream out, String what, long whole) {
        this.out = out;
        this.what = what;
        this.whole = whole;
        if (TERMINAL) draw("");
    }

    public void add(long more) {
        done.addAndGet(more);
        tick("");
    }

    public void to(long sum, String note) {
        done.set(sum);
        tick(note);
    }

    public void end() {
        done.set(whole);
        draw("");
        if (TERMINAL) out.println();
    }

    private void tick(String note) {
        long due = next.get();
        if (System.nanoTime() - due > 0 && next.compareAndSet(due, System.nanoTime() + PAUSE)) draw(note);
    }

    private void draw(String note) {
        int full = whole == 0 ? WIDTH : (int) (WIDTH * Math.min(done.get(), whole) / whole);
        var line = String.format(
                Locale.ROOT,
                "%-26s [%s%s] %d of %d %s",
                what,
                "#".repeat(full),
                " ".repeat(WIDTH - full),
                done.get(),
                whole,
                note);
        if (TERMINAL) out.print("\r" + line + "\u001b[K");
        else out.println(line.stripTrailing());
        out.flush();
    }
}
