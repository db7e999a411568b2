package io.kempelen.local.replay;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** How far a phase is: a moving bar on a terminal, one line per phase elsewhere. */
final class Progress {

    private static final int WIDTH = 30;
    private static final long PAUSE_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private final String phase;
    private final int total;
    private final long began = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();
    private long drawn;

    Progress(PrintStream out, String phase, int total) {
        this.out = out;
        this.phase = phase;
        this.total = total;
        terminal = Boolean.getBoolean("kempelen.terminal");
    }

    void step() {
        to(done.incrementAndGet());
    }

    synchronized void to(int count) {
        done.set(count);
        if (!terminal || total == 0 || System.nanoTime() - drawn < PAUSE_NANOS) return;
        drawn = System.nanoTime();
        int filled = (int) ((long) WIDTH * count / total);
        out.print("\r  " + padded() + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + count + "/" + total);
        out.flush();
    }

    /** Ends the line; returns the phase's seconds. */
    double end() {
        double seconds = (System.nanoTime() - began) / 1e9;
        if (terminal) out.print("\r" + " ".repeat(WIDTH + 50) + "\r");
        out.println("  " + padded() + String.format("%6d  %6.1f s", total, seconds));
        return seconds;
    }

    private String padded() {
        return String.format("%-22s", phase);
    }
}
