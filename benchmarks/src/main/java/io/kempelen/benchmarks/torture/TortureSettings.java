package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.load.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much is done, how often something dies meanwhile, and for how long at most. */
final class TortureSettings {

    private static final long SEEDS = 1_000_000_000L;

    @Option(names = "--home", required = true, description = "The folder of the running platform.")
    Path home = Path.of("");

    @Option(names = "--auditor", required = true, description = "The independent auditor's jar.")
    Path auditor = Path.of("");

    @Option(
            names = "--submissions",
            description = "Answers to be given, rounded up to whole tasks of three (default: ${DEFAULT-VALUE}).")
    int submissions = 20_000;

    @Option(names = "--kills", description = "Processes to be killed meanwhile (default: ${DEFAULT-VALUE}).")
    int kills = 50;

    @Option(
            names = "--in-flight",
            description = "Submissions on the way to their money at each kill, at least (default: ${DEFAULT-VALUE}).")
    int inFlight = 100;

    @Option(
            names = "--seed",
            description = "The same seed draws the same victims and the same moments (default: a new one, printed).")
    long seed = RandomGenerator.getDefault().nextLong(SEEDS);

    @Option(
            names = "--minutes",
            description = "When that time is over, the run has failed (default: ${DEFAULT-VALUE}).")
    int minutes = 30;

    @Option(names = "--workers", description = "Distinct workers (default: ${DEFAULT-VALUE}).")
    int workers = 200;

    @Option(names = "--requesters", description = "Requesters (default: ${DEFAULT-VALUE}).")
    int requesters = 5;

    @Option(names = "--json", description = "Write all that was found into this file as well.")
    @Nullable
    Path json;

    /** What is about to happen, with all that is needed to ask for it again. */
    String sentence() {
        return String.format(
                Locale.ROOT,
                "%,d submissions to %,d tasks, %d kills with at least %d submissions in flight each, %d minutes at most,"
                        + " --seed %d. The same seed draws the same victims and moments; how threads and events interleave"
                        + " is new every time.",
                aim().submissions(),
                tasks(),
                kills,
                inFlight,
                minutes,
                seed);
    }

    int tasks() {
        return Math.ceilDiv(submissions, Task.PLACES);
    }

    Aim aim() {
        return new Aim(tasks() * Task.PLACES, kills, inFlight);
    }

    /** Enough for all that must be in flight to be under way at once. */
    int hands() {
        return Math.max(32, inFlight + inFlight / 4);
    }

    /** One kill's share, and never less than a burst that the platform cannot swallow. */
    int pocket() {
        return Math.max(2 * inFlight, Math.ceilDiv(aim().submissions(), Math.max(1, kills)));
    }

    /** Few tasks at once: what is sent is soon decided, and waits for the platform alone. */
    int window() {
        return Math.max(5, inFlight / 4);
    }

    Duration time() {
        return Duration.ofMinutes(minutes);
    }
}
