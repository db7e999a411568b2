package io.kempelen.benchmarks;

import io.kempelen.benchmarks.machine.CommitProbe;
import io.kempelen.benchmarks.machine.Hardware;
import io.kempelen.benchmarks.machine.Installation;
import io.kempelen.benchmarks.report.Figures;
import io.kempelen.benchmarks.report.Text;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kempelen bench}: exits with 1 when the platform's totals are not what was done, whatever the speed. */
@Command(
        name = "bench",
        description = "Drives a running platform and prints what it bears.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Bench implements Callable<Integer> {

    private static final String PROBED_DATABASE = "payout";
    private static final Duration PROBE = Duration.ofSeconds(4);
    private static final int PLACES = 3;

    @Mixin
    private final Settings settings = new Settings();

    private final PrintStream progress = System.err;

    public static void main(String[] arguments) {
        var line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println(failure instanceof IllegalStateException ? failure.getMessage() : failure.toString());
            return 2;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        var figures = measure(Installation.of(settings.home));
        System.out.println(Text.of(figures));
        if (settings.json != null) {
            Files.writeString(
                    settings.json,
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(figures));
        }
        return figures.right() ? 0 : 1;
    }

    private Figures measure(Installation platform) {
        var startedAt = Instant.now();
        var probe = new CommitProbe(Objects.requireNonNull(platform.databases().get(PROBED_DATABASE), PROBED_DATABASE));
        var commitsBefore = probe.measure(PROBE);
        var name = Long.toString(startedAt.getEpochSecond(), 36).toUpperCase(Locale.ROOT);
        try (var run = new Run(settings, platform, name, progress)) {
            var closed = run.closedLoop();
            double rate = settings.rate > 0 ? settings.rate : closed.lifecyclesPerSecond() / 2;
            var fixed = settings.atRate().isZero() || rate <= 0 ? null : run.fixedRate(rate);
            var memory = run.processes().memoryMebibytes();
            var checks = run.reckon();
            var commitsAfter = probe.measure(PROBE);
            double commits = (commitsBefore.commitsPerSecond() + commitsAfter.commitsPerSecond()) / 2;
            return new Figures(
                    startedAt,
                    machine(),
                    setting(platform),
                    closed,
                    fixed,
                    commitsBefore,
                    commitsAfter,
                    closed.lifecyclesPerSecond() / commits,
                    memory,
                    memory.values().stream().mapToLong(mebibytes -> mebibytes).sum(),
                    run.tally().faults(),
                    checks);
        }
    }

    private static Figures.Machine machine() {
        return new Figures.Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Hardware.cpu(),
                Runtime.getRuntime().availableProcessors(),
                Hardware.memoryMebibytes(),
                Runtime.version().toString());
    }

    private Figures.Setting setting(Installation platform) {
        return new Figures.Setting(
                platform.profile(),
                settings.workers,
                settings.requesters,
                settings.tasks,
                PLACES,
                settings.hands,
                settings.inFlight,
                settings.searchEvery);
    }
}
