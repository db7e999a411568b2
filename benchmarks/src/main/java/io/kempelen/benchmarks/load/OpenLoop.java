package io.kempelen.benchmarks.load;

import io.kempelen.benchmarks.http.Connection;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Workers come at a fixed rate, however the platform fares. Each lifecycle is timed from when it was due, so that a pause of
 * the platform is felt by all who came during it, and not only by the one it stopped (no coordinated omission).
 */
public final class OpenLoop implements Loop {

    private final Lifecycles lifecycles;
    private final LinkedBlockingQueue<Long> due = new LinkedBlockingQueue<>();
    private final Hands hands;
    private final Thread clock;
    private volatile Timings timings = new Timings();
    private volatile boolean running = true;

    public OpenLoop(Lifecycles lifecycles, URI base, int hands, double perSecond) {
        this.lifecycles = lifecycles;
        this.hands = new Hands(hands, base, this::turn);
        long interval = (long) (1e9 / perSecond);
        this.clock = Thread.ofPlatform().daemon().name("arrivals").start(() -> arrivals(interval));
    }

    private void arrivals(long interval) {
        for (long next = System.nanoTime(); running; next += interval) {
            while (next - System.nanoTime() > 0) LockSupport.parkNanos(next - System.nanoTime());
            due.add(next);
        }
    }

    private boolean turn(Connection connection) throws InterruptedException {
        var when = due.poll(100, TimeUnit.MILLISECONDS);
        return when == null || lifecycles.perform(connection, when, timings, () -> {});
    }

    @Override
    public void time(Timings next) {
        timings = next;
    }

    @Override
    public void close() {
        running = false;
        try {
            clock.join(1_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        hands.stop();
    }
}
