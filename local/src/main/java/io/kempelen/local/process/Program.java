package io.kempelen.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How one child is started, told ready from starting, and stopped.
 *
 * @param before runs before every start, restarts included; mends what a killed predecessor left behind
 * @param stopSignal TERM for JVMs, INT for PostgreSQL, which would wait for its clients on TERM
 */
public record Program(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Readiness readiness,
        Before before,
        String stopSignal,
        Duration stopPatience) {

    /** Work before a start that may fail as files and processes do. */
    @FunctionalInterface
    public interface Before {
        void run() throws Exception;
    }
}
