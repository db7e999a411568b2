package io.kempelen.acceptance;

import java.time.Duration;
import java.util.concurrent.Callable;

/** For what may lag: asserts again and again until it holds or the patience ends. */
final class Eventually {

    private Eventually() {}

    /** An assertion that may still fail. */
    @FunctionalInterface
    interface Assertion {
        void run() throws Exception;
    }

    static void within(Duration patience, Assertion assertion) {
        until(patience, () -> {
            assertion.run();
            return true;
        });
    }

    /** The first value that is computed without an assertion failing. */
    static <T> T until(Duration patience, Callable<T> value) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return value.call();
            } catch (AssertionError | Exception e) {
                if (System.nanoTime() > deadline) throw new AssertionError("Not within " + patience + ": " + e, e);
            }
            pause(50);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
