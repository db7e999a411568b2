package io.kempelen.benchmarks.load;

import io.kempelen.benchmarks.http.Connection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Threads that do turns until told to stop, each over a kept-alive connection of its own. */
public final class Hands {

    /** One turn; false when there was nothing to do. */
    @FunctionalInterface
    public interface Turn {
        boolean take(Connection connection) throws InterruptedException;
    }

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    public Hands(int count, URI base, Turn turn) {
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().daemon().name("hand-" + i).start(() -> work(base, turn)));
        }
    }

    private void work(URI base, Turn turn) {
        try (var connection = new Connection(base)) {
            while (running) {
                if (!turn.take(connection)) TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** Lets each end what it has begun. */
    public void stop() {
        running = false;
        try {
            for (var thread : threads) thread.join(Duration.ofSeconds(90));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
