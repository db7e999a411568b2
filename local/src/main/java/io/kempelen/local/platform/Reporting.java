package io.kempelen.local.platform;

import io.kempelen.local.process.Watcher;
import java.time.Duration;

/** Writes the state file whenever something changes, then tells the watcher. */
final class Reporting implements Watcher {

    private final Runnable publish;
    private final Watcher next;

    Reporting(Runnable publish, Watcher next) {
        this.publish = publish;
        this.next = next;
    }

    @Override
    public void starting(String name) {
        publish.run();
        next.starting(name);
    }

    @Override
    public void ready(String name, Duration took) {
        publish.run();
        next.ready(name, took);
    }

    @Override
    public void died(String name, int exitCode, Duration restartsIn) {
        publish.run();
        next.died(name, exitCode, restartsIn);
    }

    @Override
    public void stopped(String name) {
        publish.run();
        next.stopped(name);
    }
}
