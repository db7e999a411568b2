package io.kempelen.gateway.route;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * All who wait for one service, asking as one: a question is under way as long as anybody waits, and whoever comes meanwhile
 * goes with the next. At two hundred writes a second that is some twenty questions instead of two hundred.
 */
final class FenceQueue {

    private static final int MOST_EVENTS = 200;
    private static final int TRIES = 2;

    private final Question question;
    private final Executor executor;
    private final LinkedHashMap<String, Awaited> waiting = new LinkedHashMap<>();
    private boolean asking;

    /** An event that is not known to be applied, and how many wait for it. */
    private static final class Awaited {
        final CompletableFuture<Void> applied = new CompletableFuture<>();
        int waiters;
    }

    /** Somebody who waits for some events; done when the service has applied all of them, or cannot be asked. */
    static final class Wait {
        private final Map<String, Awaited> events;
        private final CompletableFuture<Void> done;

        private Wait(Map<String, Awaited> events) {
            this.events = events;
            this.done = CompletableFuture.allOf(
                    events.values().stream().map(event -> event.applied).toArray(CompletableFuture<?>[]::new));
        }

        CompletableFuture<Void> done() {
            return done;
        }
    }

    /** Asks a service which of the events it has applied; answers as soon as there are some, or soon without. */
    @FunctionalInterface
    interface Question {
        Set<String> ask(List<String> events) throws IOException;
    }

    FenceQueue(Question question, Executor executor) {
        this.question = question;
        this.executor = executor;
    }

    synchronized Wait await(List<String> events) {
        var awaited = new LinkedHashMap<String, Awaited>();
        for (var event : events) {
            awaited.computeIfAbsent(event, named -> waiting.computeIfAbsent(named, unknown -> new Awaited()));
        }
        awaited.values().forEach(event -> event.waiters++);
        if (!asking) {
            asking = true;
            executor.execute(this::askOn);
        }
        return new Wait(awaited);
    }

    /** To be called by those who wait no longer. An event is asked for as long as anybody else waits for it. */
    synchronized void forget(Wait wait) {
        wait.events.forEach((event, awaited) -> {
            if (--awaited.waiters == 0) waiting.remove(event, awaited);
        });
    }

    private void askOn() {
        for (var events = next(); !events.isEmpty(); events = next()) {
            complete(askOrGiveUp(events));
        }
    }

    /** Those asked for now are the last to be asked for again: what takes long must not keep others from being asked for. */
    private synchronized List<String> next() {
        var events = waiting.keySet().stream().limit(MOST_EVENTS).toList();
        events.forEach(event -> waiting.putLast(event, Objects.requireNonNull(waiting.get(event))));
        asking = !events.isEmpty();
        return events;
    }

    /** A service that is down keeps nobody waiting; one stale connection or one replica on its way down is no such service. */
    private Collection<String> askOrGiveUp(List<String> events) {
        for (int tried = 1; tried <= TRIES; tried++) {
            try {
                return Objects.requireNonNull(question.ask(events));
            } catch (IOException | RuntimeException | Error notNow) {
                // the next one goes to the replica whose turn it is
            }
        }
        return events;
    }

    private synchronized void complete(Collection<String> events) {
        for (var event : events) {
            var awaited = waiting.remove(event);
            if (awaited != null) awaited.applied.complete(null);
        }
    }
}
