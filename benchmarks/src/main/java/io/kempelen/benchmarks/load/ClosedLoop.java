package io.kempelen.benchmarks.load;

import io.kempelen.benchmarks.http.Connection;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * As much as the platform bears: a new lifecycle begins when another is paid. Without that limit the front would outrun
 * review and payment, and the rate of accepts would be taken for the rate of lifecycles.
 */
public final class ClosedLoop implements Loop {

    private final Lifecycles lifecycles;
    private final Semaphore inFlight;
    private final Hands hands;
    private volatile Timings timings = new Timings();

    public ClosedLoop(Lifecycles lifecycles, URI base, int hands, int inFlight) {
        this.lifecycles = lifecycles;
        this.inFlight = new Semaphore(inFlight);
        this.hands = new Hands(hands, base, this::turn);
    }

    private boolean turn(Connection connection) throws InterruptedException {
        if (!inFlight.tryAcquire(100, TimeUnit.MILLISECONDS)) return true;
        return lifecycles.perform(connection, System.nanoTime(), timings, inFlight::release);
    }

    @Override
    public void time(Timings next) {
        timings = next;
    }

    @Override
    public void close() {
        hands.stop();
    }
}
