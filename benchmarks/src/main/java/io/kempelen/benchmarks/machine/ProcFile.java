package io.kempelen.benchmarks.machine;

/** What Linux says about a process in its folder below /proc (proc_pid_stat(5), proc_pid_smaps(5)). */
final class ProcFile {

    /** Of utime, stime, cutime and cstime: fixed at 100 on every Linux that Java runs on. */
    static final int TICKS_PER_SECOND = 100;

    private static final int AFTER_NAME_PPID = 1;
    private static final int AFTER_NAME_UTIME = 11;
    private static final int AFTER_NAME_CSTIME = 14;

    private ProcFile() {}

    /** A process, its parent, and the time it and its ended children have used. */
    record Stat(long pid, long parent, long ticks) {}

    /** The name in brackets may hold spaces and brackets itself, so the fields are counted from its last bracket. */
    static Stat stat(String line) {
        var close = line.lastIndexOf(')');
        var pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
        var fields = line.substring(close + 2).split(" ", -1);
        long ticks = 0;
        for (int i = AFTER_NAME_UTIME; i <= AFTER_NAME_CSTIME; i++) ticks += Long.parseLong(fields[i]);
        return new Stat(pid, Long.parseLong(fields[AFTER_NAME_PPID]), ticks);
    }

    /** Kibibytes of one line such as {@code Pss:  1234 kB}; zero where it is missing. */
    static long kibibytes(String rollup, String name) {
        return rollup.lines()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }
}
