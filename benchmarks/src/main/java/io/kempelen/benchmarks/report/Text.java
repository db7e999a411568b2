package io.kempelen.benchmarks.report;

import io.kempelen.benchmarks.load.Timings;
import java.util.Locale;

/** The figures as a page of text. */
public final class Text {

    private static final double WANTED_RATE = 200;
    private static final double WANTED_P99 = 1_000;
    private static final long WANTED_MEMORY = 4_096;

    private final StringBuilder out = new StringBuilder();

    private Text() {}

    public static String of(Figures figures) {
        var text = new Text();
        text.head(figures);
        text.phase(figures.closedLoop(), "as much as goes");
        var fixed = figures.fixedRate();
        if (fixed != null) text.phase(fixed, line("%.0f lifecycles/s wanted", fixed.wantedPerSecond()));
        text.costs(figures);
        text.commits(figures);
        text.checks(figures);
        text.targets(figures);
        return text.out.toString();
    }

    private void head(Figures figures) {
        var machine = figures.machine();
        var setting = figures.setting();
        add(
                "%s, %d cores (%s), %d MiB, Java %s",
                machine.os(), machine.cores(), machine.cpu(), machine.memoryMebibytes(), machine.java());
        add(
                "%d workers, %d requesters, %d open tasks of %d places, majority of one field, three requirements, a search every %d lifecycles; profile %s",
                setting.workers(),
                setting.requesters(),
                setting.openTasks(),
                setting.placesPerTask(),
                setting.searchEvery(),
                setting.profile());
    }

    private void phase(Phase phase, String words) {
        add("");
        add(
                "%s: %s, %.0f s, %d batches published meanwhile",
                phase.name(), words, phase.seconds(), phase.batchesPublished());
        add(
                "  %.1f lifecycles/s (accept, submit, reviewed, paid, counted); heard paid %.1f/s, counted %.1f/s, accepted %.1f/s",
                phase.lifecyclesPerSecond(),
                phase.paidPerSecond(),
                phase.countedPerSecond(),
                phase.acceptedPerSecond());
        add("  %-15s %9s %9s %9s %9s %9s %9s", "milliseconds", "count", "p50", "p90", "p99", "p99.9", "max");
        phase.latencyMillis().forEach(this::latency);
        add("  paid/s by interval: %s", phase.paidPerInterval());
    }

    private void latency(Timings.Step step, Timings.Latency latency) {
        add(
                "  %-15s %9d %9.1f %9.1f %9.1f %9.1f %9.1f",
                step.words(),
                latency.count(),
                latency.p50(),
                latency.p90(),
                latency.p99(),
                latency.p999(),
                latency.max());
    }

    private void costs(Figures figures) {
        var closed = figures.closedLoop();
        var fixed = figures.fixedRate();
        add("");
        add("  %-24s %14s %14s %10s", "process", "CPU ms closed", fixed == null ? "" : "CPU ms fixed", "MiB");
        closed.cpuMillisPerLifecycle()
                .forEach((name, millis) -> add(
                        "  %-24s %14.2f %14s %10d",
                        name,
                        millis,
                        fixed == null
                                ? ""
                                : line("%.2f", fixed.cpuMillisPerLifecycle().getOrDefault(name, 0.0)),
                        figures.memoryMebibytes().getOrDefault(name, 0L)));
        add(
                "  %-24s %14.2f %14s %10d",
                "all, per lifecycle",
                closed.cpuMillisPerLifecycleInAll(),
                fixed == null ? "" : line("%.2f", fixed.cpuMillisPerLifecycleInAll()),
                figures.memoryMebibytesInAll());
        add(
                "  cores busy on the whole machine: %.2f closed%s",
                closed.busyCores(), fixed == null ? "" : line(", %.2f fixed", fixed.busyCores()));
    }

    private void commits(Figures figures) {
        add("");
        add(
                "One-row commits on the same PostgreSQL: %.0f/s before, %.0f/s after (%d writers, fsync %s, synchronous_commit %s); one lifecycle per %.1f commits",
                figures.commitsBefore().commitsPerSecond(),
                figures.commitsAfter().commitsPerSecond(),
                figures.commitsBefore().writers(),
                figures.commitsBefore().fsync(),
                figures.commitsBefore().synchronousCommit(),
                figures.lifecyclesPerCommit() == 0 ? 0 : 1 / figures.lifecyclesPerCommit());
    }

    private void checks(Figures figures) {
        add("");
        for (var check : figures.checks()) {
            add(
                    "  %-45s %12d %12d %s",
                    check.what(), check.expected(), check.found(), check.holds() ? "" : "DIFFERENT");
        }
        if (!figures.faults().isEmpty()) add("  Refused or broken calls: %s", figures.faults());
    }

    private void targets(Figures figures) {
        var fixed = figures.fixedRate();
        add("");
        add(
                "  at least %.0f lifecycles/s: %s",
                WANTED_RATE, met(figures.closedLoop().lifecyclesPerSecond() >= WANTED_RATE));
        var paid = fixed == null ? null : fixed.latencyMillis().get(Timings.Step.PAID);
        if (paid != null)
            add(
                    "  submit -> paid p99 at most 1 s at the fixed rate: %s",
                    met(paid.count() > 0 && paid.p99() <= WANTED_P99));
        add("  at most 4 GiB resident: %s", met(figures.memoryMebibytesInAll() <= WANTED_MEMORY));
        add("  totals equal the ledger's: %s", figures.right() ? "yes" : "NO");
        add(
                "submit -> paid counts answers whose verdict needs no further answer (the deciding one of a task and later ones), from the");
        add(
                "sending of the submission to the arrival of RewardPaid in a consumer of kempelen.payouts. CPU ms are per lifecycle.");
    }

    private static String met(boolean yes) {
        return yes ? "met" : "MISSED";
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency of its own
    private void add(String format, Object... values) {
        out.append(line(format, values)).append('\n');
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing();
    }
}
