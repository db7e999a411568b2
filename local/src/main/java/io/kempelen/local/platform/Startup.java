package io.kempelen.local.platform;

import io.kempelen.local.process.Child;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/** The order of a start: database and broker together, then the registry, then the services, a few at a time. */
final class Startup {

    private final Map<String, Child> children;
    private final Options options;
    private final Postgres postgres;
    private final Registry registry;

    Startup(Map<String, Child> children, Options options, Postgres postgres, Registry registry) {
        this.children = children;
        this.options = options;
        this.postgres = postgres;
        this.registry = registry;
    }

    static List<String> databases() {
        var names = new ArrayList<String>(List.of(Registry.DATABASE));
        Services.ALL.forEach(service -> names.add(Services.database(service)));
        return names;
    }

    void run(Duration patience) throws Exception {
        together(List.of(
                () -> {
                    start(Postgres.NAME, patience);
                    postgres.createDatabases(databases());
                    start(Registry.NAME, patience);
                    registry.demandCompatibility();
                    return true;
                },
                () -> {
                    start(Broker.NAME, patience);
                    return true;
                }));
        var turn = new Semaphore(options.parallelStarts());
        var starts = new ArrayList<Callable<Boolean>>();
        for (var name : children.keySet()) {
            if (!List.of(Postgres.NAME, Broker.NAME, Registry.NAME).contains(name))
                starts.add(() -> inTurn(turn, name, patience));
        }
        together(starts);
    }

    private boolean inTurn(Semaphore turn, String name, Duration patience) throws Exception {
        turn.acquire();
        try {
            start(name, patience);
            return true;
        } finally {
            turn.release();
        }
    }

    private void start(String name, Duration patience) throws Exception {
        var child = Objects.requireNonNull(children.get(name), name);
        child.start();
        try {
            child.awaitReady(patience);
        } catch (TimeoutException e) {
            throw new StartFailed(
                    e.getMessage() + "; the end of " + child.program().log() + ":\n"
                            + LogFile.lastWords(child.program().log()));
        }
    }

    /** All at once; the first failure ends the rest. */
    private static void together(List<Callable<Boolean>> steps) throws Exception {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var done = new ExecutorCompletionService<Boolean>(threads);
            for (var step : steps) {
                Future<Boolean> unused = done.submit(step);
            }
            for (int i = 0; i < steps.size(); i++) done.take().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) throw cause;
            throw e;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A child that does not come up; the message shows the end of its log. */
    static final class StartFailed extends RuntimeException {
        StartFailed(String message) {
            super(message);
        }
    }
}
