package io.kempelen.messaging.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
    private final Set<Waiter> waiters = Collections.newSetFromMap(new IdentityHashMap<>());

    private record Waiter(Set<UUID> events, Condition met) {}

    /** To be called once the effects are committed. */
    void raise(List<UUID> applied) {
        lock.lock();
        try {
            for (var event : applied) remember(event);
            for (var waiter : waiters) {
                if (applied.stream().anyMatch(waiter.events()::contains))
                    waiter.met().signal();
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

    /** Waits, for so long at most, until this replica is known to have applied some of the events, and answers which. */
    Set<UUID> await(Set<UUID> events, Duration most) throws InterruptedException {
        lock.lock();
        try {
            var waiter = new Waiter(events, lock.newCondition());
            waiters.add(waiter);
            try {
                long left = most.toNanos();
                while (events.stream().noneMatch(recent::contains) && left > 0)
                    left = waiter.met().awaitNanos(left);
            } finally {
                waiters.remove(waiter);
            }
            var applied = new HashSet<>(events);
            applied.retainAll(recent);
            return applied;
        } finally {
            lock.unlock();
        }
    }
}
