package io.kempelen.local.command;

import io.kempelen.local.platform.Distribution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Hands over to the load generator, a program of its own. */
@Command(
        name = "bench",
        description = "Measure lifecycles per second: bench [--seconds N] [--json FILE].",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private static final String MAIN = "io.kempelen.benchmarks.Bench";

    @Mixin
    private HomeOption home = new HomeOption();

    /** The generator's own options. */
    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var jar = Distribution.find().jar("benchmarks");
        var classPath = jar + java.io.File.pathSeparator + jar.resolveSibling("lib") + "/*";
        var line = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + Distribution.PROPERTY + "=" + Distribution.find().repository(),
                "-cp",
                classPath,
                MAIN,
                "--home",
                home.home().root().toString()));
        line.addAll(rest);
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }
}
