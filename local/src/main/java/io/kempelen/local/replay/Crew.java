package io.kempelen.local.replay;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Does many small calls at once, a few at a time; the first failure stops the rest. */
final class Crew {

    private final int atOnce;

    Crew(int atOnce) {
        this.atOnce = atOnce;
    }

    <T> void each(List<T> items, Progress progress, Consumer<T> work) {
        var turns = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var jobs = items.stream()
                    .map(item -> threads.submit(() -> {
                        turns.acquire();
                        try {
                            work.accept(item);
                            progress.step();
                        } finally {
                            turns.release();
                        }
                        return true;
                    }))
                    .toList();
            try {
                for (var job : jobs) job.get();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted.", e);
            }
        }
    }
}
