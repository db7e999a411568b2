package io.kempelen.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Does the same many times, several at once; the first failure ends it. */
final class Crew {

    private static final int AT_ONCE = 8;

    private Crew() {}

    static <T> List<T> all(int count, Progress progress, IntFunction<T> one) {
        try (var threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().factory())) {
            var work = new ArrayList<Callable<T>>();
            for (int i = 0; i < count; i++) {
                int number = i;
                work.add(() -> {
                    var done = one.apply(number);
                    progress.add(1);
                    return done;
                });
            }
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(work)) results.add(result.get());
            progress.end();
            return results;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    failed.getCause() == null
                            ? failed.toString()
                            : failed.getCause().getMessage(),
                    failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped", stopped);
        }
    }
}
