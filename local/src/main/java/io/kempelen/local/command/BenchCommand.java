package io.kempelen.local.command;

import java.io.IOException;
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

    @Mixin
    private HomeOption home = new HomeOption();

    /** The generator's own options. */
    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("--home", home.home().root().toString()));
        arguments.addAll(rest);
        return Generator.run("Bench", arguments);
    }
}
