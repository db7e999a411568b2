package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.machine.Installation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kempelen torture money}: exits with 1 when a cent, or anything that was asked for, is missing. */
@Command(
        name = "money",
        description =
                "Kills what stands between answers and their pay while answers are given, then counts every cent.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class MoneyTorture implements Callable<Integer> {

    private static final String PLAY_MONEY = "sandbox";

    @Mixin
    private final TortureSettings settings = new TortureSettings();

    private final PrintStream out = System.out;
    private final PrintStream progress = System.err;

    public static void main(String[] arguments) {
        var line = new CommandLine(new MoneyTorture());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println(failure instanceof IllegalStateException ? failure.getMessage() : failure.toString());
            return 2;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        var judges = new Judges(settings.auditor, settings.home);
        var platform = Installation.of(settings.home);
        if (!platform.profile().equals(PLAY_MONEY))
            throw new IllegalStateException(
                    "Only a sandbox is tortured; " + settings.home + " is " + platform.profile() + ".");
        out.println(settings.sentence());
        var outcome = torture(platform, judges);
        out.println(outcome.text());
        var file = settings.json;
        if (file != null) write(outcome, file);
        return outcome.right() ? 0 : 1;
    }

    private Outcome torture(Installation platform, Judges judges) {
        var startedAt = Instant.now();
        var deadline = Deadline.in(settings.time());
        var supervised = new Supervised(settings.home);
        int restarts = supervised.restarts();
        var before = Evidence.plumbing(platform, Duration.ZERO);
        try (var rig = new Rig(settings, platform, name(startedAt), deadline, progress)) {
            var storm = rig.storm(supervised, out);
            long began = System.nanoTime();
            var kills = storm.rage(deadline);
            rig.settle();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (deadline.over()) out.println(howFar(kills, rig.flight().state()));
            int unasked = supervised.restarts() - restarts - kills.size();
            var evidence = Evidence.of(platform);
            var heard = evidence.heard();
            var plumbing = evidence.plumbing().since(before);
            var lines = new ArrayList<>(Judgement.of(rig.deed(kills), heard, evidence.booked(), plumbing));
            lines.addAll(judges.ask());
            return new Outcome(
                    lines.stream().allMatch(Line::holds),
                    settings.seed,
                    settings.aim(),
                    startedAt,
                    Outcome.Rates.of(seconds, rig.flight().state(), rig.timings()),
                    Outcome.Flights.of(kills, heard, rig.flight().allBegun()),
                    new Outcome.Noise(
                            storm.extraBursts(),
                            heard.repeated(),
                            unasked,
                            rig.tally().faults()),
                    kills,
                    List.copyOf(lines));
        }
    }

    /** Distinguishes this run's people and projects from all others'. */
    private static String name(Instant startedAt) {
        return Long.toString(startedAt.getEpochSecond(), 36).toUpperCase(Locale.ROOT);
    }

    private String howFar(List<Kill> kills, Flight.State state) {
        return String.format(
                Locale.ROOT,
                "The time is over after %d minutes: %d of %d kills, %,d of %,d submitted, %,d paid.",
                settings.minutes,
                kills.size(),
                settings.kills,
                state.answered(),
                settings.aim().submissions(),
                state.paid());
    }

    private static void write(Outcome outcome, Path file) throws IOException {
        Files.writeString(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(outcome));
    }
}
