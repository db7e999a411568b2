package io.kempelen.local.platform;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java child: small, on the supervisor's own Java, recognisable as this home's. */
record Jvm(Distribution distribution, Home home) {

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
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        var training = System.getProperty("kempelen.train");
        var cache = distribution.aotCache(process);
        if (training != null) {
            line.add("-XX:AOTCacheOutput=" + cache);
        } else if (Files.exists(cache)) {
            line.add("-XX:AOTCache=" + cache);
        }
        line.addAll(rest);
        return line;
    }

    /** A session of its own: Ctrl-C in the terminal must reach the supervisor alone, which stops all in order. */
    static List<String> detached() {
        return Tools.has("setsid") ? List.of("setsid") : List.of();
    }
}
