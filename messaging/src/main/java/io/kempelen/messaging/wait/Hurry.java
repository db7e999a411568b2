package io.kempelen.messaging.wait;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Whether a request waits here for an event: then events are not left to gather. */
public final class Hurry {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition begun = lock.newCondition();
    private int waiting;

    /** To be closed when the wait is over. */
    public final class Wait implements AutoCloseable {

        private Wait() {}

        @Override
        public void close() {
            lock.lock();
            try {
                waiting--;
            } finally {
                lock.unlock();
            }
        }
    }

    public Wait begin() {
        lock.lock();
        try {
            waiting++;
            begun.signalAll();
            return new Wait();
        } finally {
            lock.unlock();
        }
    }

    /** Returns after {@code most}, or sooner, though not before {@code least}, when somebody waits. */
    public void pause(Duration least, Duration most) {
        long now = System.nanoTime();
        lock.lock();
        try {
            await(now + least.toNanos(), true);
            await(now + most.toNanos(), false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void await(long until, boolean patient) throws InterruptedException {
        long left = until - System.nanoTime();
        while (left > 0 && (patient || waiting == 0)) left = begun.awaitNanos(left);
    }
}
