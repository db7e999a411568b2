package io.kempelen.local.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One supervised process: a thread of its own starts it, waits for its death and starts it again. */
public final class Child {

    /** Where a child is in its life. */
    public enum State {
        STARTING,
        READY,
        DOWN,
        STOPPED
    }

    private static final Duration PROBE = Duration.ofMillis(100);

    private final Program program;
    private final Watcher watcher;
    private volatile State state = State.STOPPED;
    private volatile boolean stopping;
    private volatile int starts;
    private volatile @Nullable Process process;
    private @Nullable Thread keeper;

    public Child(Program program, Watcher watcher) {
        this.program = program;
        this.watcher = watcher;
    }

    public String name() {
        return program.name();
    }

    public Program program() {
        return program;
    }

    public State state() {
        return state;
    }

    /** How often it was started; more than one means that it died or was restarted. */
    public int starts() {
        return starts;
    }

    public @Nullable ProcessHandle handle() {
        var running = process;
        return running == null || !running.isAlive() ? null : running.toHandle();
    }

    public synchronized void start() {
        if (keeper != null) throw new IllegalStateException(name() + " is supervised already.");
        stopping = false;
        state = State.STARTING;
        keeper = Thread.ofVirtual().name("keep-" + name()).start(this::keep);
    }

    private void keep() {
        var backoff = Backoff.NONE;
        while (!stopping) {
            long began = System.nanoTime();
            int exitCode = live();
            if (stopping) break;
            backoff = backoff.diedAfter(Duration.ofNanos(System.nanoTime() - began));
            state = State.DOWN;
            watcher.died(name(), exitCode, backoff.delay());
            pause(backoff.delay());
        }
        state = State.STOPPED;
        watcher.stopped(name());
    }

    /** One life, from start to exit code. */
    private int live() {
        try {
            state = State.STARTING;
            watcher.starting(name());
            long began = System.nanoTime();
            program.before().run();
            var started = launch();
            awaitReady(started, began);
            return started.waitFor();
        } catch (InterruptedException e) {
            return -1; // stop() wakes a keeper this way
        } catch (Exception e) {
            note("cannot start: " + e);
            return -1;
        }
    }

    private synchronized Process launch() throws IOException, InterruptedException {
        if (stopping) throw new InterruptedException("Stopped before it was started.");
        Files.createDirectories(program.directory());
        var builder = new ProcessBuilder(program.command())
                .directory(program.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(program.log().toFile()));
        builder.environment().putAll(program.environment());
        var started = builder.start();
        started.getOutputStream().close();
        process = started;
        starts++;
        return started;
    }

    private void awaitReady(Process started, long began) throws InterruptedException {
        while (started.isAlive() && !stopping) {
            if (program.readiness().holds()) {
                state = State.READY;
                watcher.ready(name(), Duration.ofNanos(System.nanoTime() - began));
                return;
            }
            Thread.sleep(PROBE);
        }
    }

    /** Blocks until the child serves. Fails early when it dies three times without having served. */
    public void awaitReady(Duration patience) throws TimeoutException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int firstStart = starts;
        while (state != State.READY) {
            if (starts - firstStart > 3 && state == State.DOWN) {
                throw new TimeoutException(name() + " keeps dying");
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(name() + " was not ready within " + patience.toSeconds() + " s");
            }
            Thread.sleep(50);
        }
    }

    /** Kills the process as a crash would (SIGKILL); the keeper starts it again. */
    public void kill() throws InterruptedException {
        var victim = process;
        if (victim == null) return;
        state = State.DOWN;
        victim.destroyForcibly().waitFor();
    }

    /** Ends the process politely, by force after the program's patience, and does not start it again. */
    public void stop() throws InterruptedException {
        Thread ending;
        Process last;
        synchronized (this) {
            stopping = true;
            ending = keeper;
            last = process;
            keeper = null;
        }
        if (last != null && last.isAlive()) end(last);
        if (ending != null) {
            ending.interrupt();
            ending.join();
        }
    }

    private void end(Process last) throws InterruptedException {
        Signals.send(program.stopSignal(), last.pid());
        if (!last.waitFor(program.stopPatience().toMillis(), TimeUnit.MILLISECONDS)) {
            note("did not end on SIG" + program.stopSignal() + ", killed");
            last.destroyForcibly().waitFor();
        }
    }

    private void note(String text) {
        try {
            Files.writeString(
                    program.log(),
                    "[supervisor] " + name() + " " + text + System.lineSeparator(),
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println("[supervisor] " + name() + " " + text);
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
