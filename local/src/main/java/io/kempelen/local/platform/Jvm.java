package io.kempelen.local.platform;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command line of a Java child: small, on the supervisor's own Java, recognisable as this home's. */
record Jvm(Distribution distribution, Home home) {

    /** Set while start-up caches are made: every child writes its own when it ends. */
    static final String TRAINING = "kempelen.train";

    /**
     * Without a cache the first compiler alone is used unless this variable says full: on two processors the second one takes
     * half of a start, and of the minutes after it, to make code that is faster only later.
     */
    private static final String COMPILERS = "KEMPELEN_COMPILERS";

    private static final String FULL = "full";
    private static final Pattern REPLICA = Pattern.compile("-\\d+$");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration WRITING = Duration.ofMinutes(5);

    static boolean isTraining() {
        return System.getProperty(TRAINING) != null;
    }

    /** How long a child may take to end. */
    static Duration patience() {
        return isTraining() ? WRITING : PATIENCE;
    }

    List<String> command(String process, String heap, List<String> rest) {
        var line = new ArrayList<String>(detached());
        line.add(distribution.java().toString());
        line.add(home.mark());
        line.addAll(List.of(
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        var cache = distribution.aotCache(REPLICA.matcher(process).replaceFirst(""));
        if (isTraining()) {
            line.add("-XX:AOTCacheOutput=" + cache);
        } else if (Files.exists(cache)) {
            line.add("-XX:AOTCache=" + cache);
        } else if (!FULL.equals(System.getenv(COMPILERS))) {
            line.add("-XX:TieredStopAtLevel=1");
        }
        line.addAll(rest);
        return line;
    }

    /** A session of its own: Ctrl-C in the terminal must reach the supervisor alone, which stops all in order. */
    static List<String> detached() {
        return Tools.has("setsid") ? List.of("setsid") : List.of();
    }
}
