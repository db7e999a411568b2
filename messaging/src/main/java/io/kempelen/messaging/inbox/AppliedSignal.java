package io.kempelen.messaging.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this replica applied lately, told to those who wait for it without a question to the database: with many waiters and
 * many batches that would be their product. What other replicas applied is found there.
 */
final class AppliedSignal {

    private static final int REMEMBERED = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<UUID> recent = new HashSet<>();
    private final ArrayDeque<UUID> order = new ArrayDeque<>();
    private final Set<Waiter> waiters = new HashSet<>();

    private static final class Waiter {
        final Set<UUID> missing;
        final Condition complete;

        Waiter(Set<UUID> missing, Condition complete) {
            this.missing = missing;
            this.complete = complete;
        }
    }

    /** To be called once the effects are committed. */
    void raise(List<UUID> applied) {
        lock.lock();
        try {
            for (var event : applied) remember(event);
            for (var waiter : waiters) {
                if (applied.stream().filter(waiter.missing::remove).count() > 0 && waiter.missing.isEmpty()) {
                    waiter.complete.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void remember(UUID event) {
        if (!recent.add(event)) return;
        order.addLast(event);
        if (order.size() > REMEMBERED) recent.remove(order.removeFirst());
    }

    /** Waits for so long at most and answers which of the events this replica is not known to have applied. */
    Set<UUID> await(Collection<UUID> events, Duration most) throws InterruptedException {
        lock.lock();
        try {
            var waiter = new Waiter(new HashSet<>(events), lock.newCondition());
            waiter.missing.removeIf(recent::contains);
            waiters.add(waiter);
            try {
                long left = most.toNanos();
                while (!waiter.missing.isEmpty() && left > 0) left = waiter.complete.awaitNanos(left);
            } finally {
                waiters.remove(waiter);
            }
            return waiter.missing;
        } finally {
            lock.unlock();
        }
    }
}
