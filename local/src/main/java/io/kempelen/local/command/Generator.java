package io.kempelen.local.command;

import io.kempelen.local.platform.Distribution;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load generator: a program of its own with several beginnings, a stranger to this one. */
final class Generator {

    private static final String PACKAGE = "io.kempelen.benchmarks.";

    private Generator() {}

    /** Runs it in this terminal and answers its exit code. */
    static int run(String main, List<String> arguments) throws IOException, InterruptedException {
        var distribution = Distribution.find();
        var jar = distribution.jar("benchmarks");
        var line = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + Distribution.PROPERTY + "=" + distribution.repository(),
                "-cp",
                jar + File.pathSeparator + jar.resolveSibling("lib") + "/*",
                PACKAGE + main));
        line.addAll(arguments);
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }
}
