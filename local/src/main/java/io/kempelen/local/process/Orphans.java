package io.kempelen.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes that a killed supervisor left behind. They are known by an exact argument of their command line, never by a
 * remembered pid alone: pids are reused.
 */
public final class Orphans {

    private Orphans() {}

    /** Living processes one of whose arguments is exactly this. */
    public static List<ProcessHandle> withArgument(String argument) {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .filter(process -> has(process.pid(), argument))
                .toList();
    }

    /** Whether the process of that pid lives and was started with exactly this argument. */
    public static boolean has(long pid, String argument) {
        return arguments(pid).contains(argument);
    }

    private static List<String> arguments(long pid) {
        try {
            var bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1));
        } catch (IOException e) {
            return List.of(); // it is gone, or another user's
        }
    }

    /** Asks with the signal, waits, then insists. */
    public static void end(ProcessHandle orphan, String signal, Duration patience) throws InterruptedException {
        Signals.send(signal, orphan.pid());
        if (!gone(orphan, patience)) {
            orphan.destroyForcibly();
            gone(orphan, Duration.ofSeconds(10));
        }
    }

    private static boolean gone(ProcessHandle process, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
