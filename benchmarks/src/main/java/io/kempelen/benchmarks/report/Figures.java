package io.kempelen.benchmarks.report;

import io.kempelen.benchmarks.machine.CommitProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a run found: what {@code --json} writes. */
public record Figures(
        Instant startedAt,
        Machine machine,
        Setting setting,
        Phase closedLoop,
        @Nullable Phase fixedRate,
        CommitProbe.Result commitsBefore,
        CommitProbe.Result commitsAfter,
        double lifecyclesPerCommit,
        Map<String, Long> memoryMebibytes,
        long memoryMebibytesInAll,
        Map<String, Long> faults,
        List<Check> checks) {

    /** Where it ran. */
    public record Machine(String os, String cpu, int cores, long memoryMebibytes, String java) {}

    /** What was asked for. */
    public record Setting(
            String profile,
            int workers,
            int requesters,
            int openTasks,
            int placesPerTask,
            int hands,
            int inFlight,
            int searchEvery) {}

    public boolean right() {
        return checks.stream().allMatch(Check::holds);
    }
}
