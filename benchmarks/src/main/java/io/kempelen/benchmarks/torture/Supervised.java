package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.http.Api;
import io.kempelen.benchmarks.machine.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The processes of a home, as their supervisor tells: it starts again whatever dies. */
final class Supervised {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final String SERVES = "READY";

    private final Path home;

    Supervised(Path home) {
        this.home = home;
    }

    /** The process once it serves; nothing when it does not until the time is over. */
    Optional<ProcessHandle> serving(Victim victim, Deadline deadline) {
        return await(victim, 0, deadline) ? Optional.of(child(victim)) : Optional.empty();
    }

    /** Waits until another process serves in the place of the killed one. */
    boolean isBack(Victim victim, long killed, Deadline deadline) {
        return await(victim, killed, deadline);
    }

    private boolean await(Victim victim, long killed, Deadline deadline) {
        while (!deadline.over()) {
            var process = Installation.now(home).process(victim.process());
            if (process.state().equals(SERVES) && process.pid() != 0 && process.pid() != killed) return true;
            Api.pause(POLL);
        }
        return false;
    }

    /** Only ever a child of this home's supervisor: pids are reused. */
    private ProcessHandle child(Victim victim) {
        var now = Installation.now(home);
        long pid = now.process(victim.process()).pid();
        return ProcessHandle.of(pid)
                .filter(process -> process.parent()
                        .filter(parent -> parent.pid() == now.supervisor())
                        .isPresent())
                .orElseThrow(() -> new IllegalStateException(victim.process() + " (pid " + pid
                        + ") is no child of the supervisor (pid " + now.supervisor() + ")."));
    }

    /** SIGKILL, as a crash. */
    static void kill(ProcessHandle victim) {
        victim.destroyForcibly();
        victim.onExit().join();
    }

    /** How often anything was started again since the start of the home, whoever killed it. */
    int restarts() {
        return Installation.now(home).processes().stream()
                .mapToInt(Installation.Process::restarts)
                .sum();
    }
}
