package io.kempelen.gateway.route;

import java.io.IOException;
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

    private final Question question;
    private final Executor executor;
    private final Map<String, CompletableFuture<Void>> waiting = new LinkedHashMap<>();
    private boolean asking;

    /** Asks a service which of the events it has applied; answers as soon as there are some, or soon without. */
    @FunctionalInterface
    interface Question {
        Set<String> ask(List<String> events) throws IOException;
    }

    FenceQueue(Question question, Executor executor) {
        this.question = question;
        this.executor = executor;
    }

    /** Completes when the service has applied all of the events, or cannot be asked. */
    synchronized CompletableFuture<Void> applied(List<String> events) {
        var answers = events.stream()
                .map(event -> waiting.computeIfAbsent(event, unknown -> new CompletableFuture<>()))
                .toArray(CompletableFuture<?>[]::new);
        if (!asking) {
            asking = true;
            executor.execute(this::askOn);
        }
        return CompletableFuture.allOf(answers);
    }

    /** To be called by those who wait no longer. */
    synchronized void forget(List<String> events) {
        events.forEach(waiting::remove);
    }

    private void askOn() {
        for (var events = next(); !events.isEmpty(); events = next()) {
            complete(askOrGiveUp(events));
        }
    }

    private synchronized List<String> next() {
        var events = waiting.keySet().stream().limit(MOST_EVENTS).toList();
        asking = !events.isEmpty();
        return events;
    }

    /** A service that is down keeps nobody waiting. */
    private Iterable<String> askOrGiveUp(List<String> events) {
        try {
            return Objects.requireNonNull(question.ask(events));
        } catch (IOException | RuntimeException | Error notNow) {
            return events;
        }
    }

    private synchronized void complete(Iterable<String> events) {
        for (var event : events) {
            var answer = waiting.remove(event);
            if (answer != null) answer.complete(null);
        }
    }
}
