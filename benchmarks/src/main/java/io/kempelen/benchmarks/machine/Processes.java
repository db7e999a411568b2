package io.kempelen.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Processor time and memory of named processes, each with all that it has started: PostgreSQL is one process per connection. */
public final class Processes {

    private static final Path PROC = Path.of("/proc");

    private final Map<String, Long> roots;

    public Processes(Installation installation) {
        roots = new LinkedHashMap<>();
        installation.processes().forEach(process -> roots.put(process.name(), process.pid()));
        roots.put("generator", ProcessHandle.current().pid());
    }

    /** Seconds used so far. Ended children are in their parent's account, so that two readings can be subtracted. */
    public Map<String, Double> cpuSeconds() {
        var stats = stats();
        var children = children(stats);
        var seconds = new LinkedHashMap<String, Double>();
        roots.forEach((name, root) -> {
            long ticks = tree(root, children).stream()
                    .map(stats::get)
                    .mapToLong(stat -> stat == null ? 0 : stat.ticks())
                    .sum();
            seconds.put(name, ticks / (double) ProcFile.TICKS_PER_SECOND);
        });
        return seconds;
    }

    /** Mebibytes; pages that several processes share are divided among them (proportional set size). */
    public Map<String, Long> memoryMebibytes() {
        var children = children(stats());
        var memory = new LinkedHashMap<String, Long>();
        roots.forEach((name, root) -> memory.put(
                name,
                tree(root, children).stream().mapToLong(Processes::kibibytes).sum() / 1024));
        return memory;
    }

    /** Of the whole machine since it was started: what it spent, and what it had. */
    public static double busySeconds() {
        var line = read(PROC.resolve("stat"));
        if (line == null) return 0;
        var fields = line.lines().findFirst().orElse("").split(" +", -1);
        long busy = 0;
        for (int i = 1; i < fields.length && i <= 8; i++) if (i != 4 && i != 5) busy += Long.parseLong(fields[i]);
        return busy / (double) ProcFile.TICKS_PER_SECOND;
    }

    private static long kibibytes(long pid) {
        var rollup = read(PROC.resolve(Long.toString(pid)).resolve("smaps_rollup"));
        if (rollup != null && !rollup.isBlank()) return ProcFile.kibibytes(rollup, "Pss");
        var status = read(PROC.resolve(Long.toString(pid)).resolve("status"));
        return status == null ? 0 : ProcFile.kibibytes(status, "VmRSS");
    }

    private static Map<Long, ProcFile.Stat> stats() {
        var stats = new HashMap<Long, ProcFile.Stat>();
        try (var folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var folder : folders) {
                var line = read(folder.resolve("stat"));
                if (line == null) continue;
                var stat = ProcFile.stat(line);
                stats.put(stat.pid(), stat);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read /proc", e);
        }
        return stats;
    }

    private static Map<Long, List<Long>> children(Map<Long, ProcFile.Stat> stats) {
        var children = new HashMap<Long, List<Long>>();
        stats.values()
                .forEach(stat -> children.computeIfAbsent(stat.parent(), pid -> new ArrayList<>())
                        .add(stat.pid()));
        return children;
    }

    private static List<Long> tree(long root, Map<Long, List<Long>> children) {
        var tree = new ArrayList<>(List.of(root));
        for (int i = 0; i < tree.size(); i++) tree.addAll(children.getOrDefault(tree.get(i), List.of()));
        return tree;
    }

    /** Nothing where the process has ended meanwhile. */
    private static @Nullable String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return null;
        }
    }
}
