package io.kempelen.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of what, and for how long. */
final class Settings {

    @Option(names = "--home", description = "The folder of the running platform (default: ~/.kempelen).")
    Path home = Path.of(System.getProperty("user.home"), ".kempelen");

    @Option(names = "--seconds", description = "How long the closed loop is measured (default: ${DEFAULT-VALUE}).")
    int seconds = 180;

    @Option(names = "--warm-up", description = "Seconds before that (default: ${DEFAULT-VALUE}).")
    int warmUp = 45;

    @Option(
            names = "--rate-seconds",
            description = "How long the fixed rate is measured; 0 leaves it out (default: half of --seconds).")
    int rateSeconds = -1;

    @Option(
            names = "--rate",
            description = "Lifecycles per second then (default: half of what the closed loop reached).")
    double rate;

    @Option(names = "--workers", description = "Distinct workers (default: ${DEFAULT-VALUE}).")
    int workers = 1_000;

    @Option(names = "--requesters", description = "Requesters (default: ${DEFAULT-VALUE}).")
    int requesters = 5;

    @Option(names = "--tasks", description = "Tasks that are open all the time (default: ${DEFAULT-VALUE}).")
    int tasks = 10_000;

    @Option(names = "--hands", description = "Workers who talk at the same time (default: ${DEFAULT-VALUE}).")
    int hands = 48;

    @Option(
            names = "--in-flight",
            description = "Lifecycles begun and not paid in the closed loop, at most (default: ${DEFAULT-VALUE}).")
    int inFlight = 400;

    @Option(
            names = "--search-every",
            description = "Every so many lifecycles begin with a search (default: ${DEFAULT-VALUE}).")
    int searchEvery = 10;

    @Option(names = "--json", description = "Write all figures into this file as well.")
    @Nullable
    Path json;

    Duration closed() {
        return Duration.ofSeconds(seconds);
    }

    Duration warmingUp() {
        return Duration.ofSeconds(warmUp);
    }

    Duration atRate() {
        return Duration.ofSeconds(rateSeconds < 0 ? Math.max(10, seconds / 2) : rateSeconds);
    }
}
