package io.kempelen.local.command;

import io.kempelen.local.process.Watcher;
import java.io.PrintStream;
import java.time.Duration;

/** Progress of the children as lines; plain, because the same lines go to a log file. */
final class PrintingWatcher implements Watcher {

    private final PrintStream out;

    PrintingWatcher(PrintStream out) {
        this.out = out;
    }

    @Override
    public void starting(String name) {
        print(String.format("  %-24s starting", name));
    }

    @Override
    public void ready(String name, Duration took) {
        print(String.format("  %-24s ready      %5.1f s", name, took.toMillis() / 1000.0));
    }

    @Override
    public void died(String name, int exitCode, Duration restartsIn) {
        print(String.format(
                "  %-24s died       code %d, starts again in %.1f s", name, exitCode, restartsIn.toMillis() / 1000.0));
    }

    @Override
    public void stopped(String name) {
        print(String.format("  %-24s stopped", name));
    }

    private synchronized void print(String line) {
        out.println(line);
        out.flush();
    }
}
