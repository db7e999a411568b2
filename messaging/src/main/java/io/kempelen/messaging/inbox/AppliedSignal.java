package io.kempelen.messaging.inbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes those who wait for an event as soon as this replica has applied something; other replicas are noticed by polling. */
final class AppliedSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition applied = lock.newCondition();

    void raise() {
        lock.lock();
        try {
            applied.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller looks again in a loop of its own
    void await(Duration most) throws InterruptedException {
        lock.lock();
        try {
            var inTime = applied.await(most.toNanos(), TimeUnit.NANOSECONDS);
            if (!inTime) return;
        } finally {
            lock.unlock();
        }
    }
}
