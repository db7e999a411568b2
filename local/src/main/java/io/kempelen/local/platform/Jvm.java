package io.kempelen.local.platform;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The command line of a Java child: small, on the supervisor's own Java, recognisable as this home's. */
record Jvm(Distribution distribution, Home home) {

    /** Set while start-up caches are made: every child writes its own when it ends. */
    static final String TRAINING = "kempelen.train";

    /** Says which compilers all children use, whatever they are: {@code first} or {@code both}. */
    private static final String COMPILERS = "KEMPELEN_COMPILERS";

    /**
     * Java has a quick compiler and a thorough one. On two processors the thorough one takes half of a start, and of the
     * minutes after it, to make code that is faster only later: so it works for those alone whose code runs all the time.
     */
    enum Compilers {
        FIRST,
        BOTH
    }

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

    List<String> command(String process, String heap, Compilers compilers, List<String> rest) {
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
        var cache = distribution.startupCache(REPLICA.matcher(process).replaceFirst(""));
        if (isTraining()) {
            line.add("-XX:ArchiveClassesAtExit=" + cache);
        } else if (Files.exists(cache)) {
            line.add("-XX:SharedArchiveFile=" + cache);
        }
        line.addAll(flags(wanted(compilers, System.getenv(COMPILERS))));
        line.addAll(rest);
        return line;
    }

    /** Both: with four times Java's own thresholds, so that the thorough one leaves alone what only a start runs. */
    private static List<String> flags(Compilers compilers) {
        return switch (compilers) {
            case FIRST -> List.of("-XX:TieredStopAtLevel=1");
            case BOTH ->
                List.of(
                        "-XX:Tier4InvocationThreshold=20000",
                        "-XX:Tier4MinInvocationThreshold=2400",
                        "-XX:Tier4CompileThreshold=60000",
                        "-XX:Tier4BackEdgeThreshold=160000");
        };
    }

    /** {@code full} is what {@code both} was called at first. */
    static Compilers wanted(Compilers usual, @Nullable String said) {
        if (said == null || said.isBlank()) return usual;
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "first" -> Compilers.FIRST;
            case "both", "full" -> Compilers.BOTH;
            default ->
                throw new IllegalArgumentException(
                        COMPILERS + " is \"" + said + "\", but must be first or both, or not set at all.");
        };
    }

    /** A session of its own: Ctrl-C in the terminal must reach the supervisor alone, which stops all in order. */
    static List<String> detached() {
        return Tools.has("setsid") ? List.of("setsid") : List.of();
    }
}
