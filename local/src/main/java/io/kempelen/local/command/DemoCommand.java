package io.kempelen.local.command;

import io.kempelen.local.replay.Project;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A replay of the project that ships with Kempelen. */
@Command(
        name = "demo",
        description = "Run a small project of our own from CSV to results, with simulated workers.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--reward",
            paramLabel = "AMOUNT",
            description = "Per answer (default: ${DEFAULT-VALUE}).",
            defaultValue = "0.05")
    private BigDecimal reward = new BigDecimal("0.05");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the results go (default: ${DEFAULT-VALUE}).",
            defaultValue = "demo-results.csv")
    private Path out = Path.of("demo-results.csv");

    @Override
    public Integer call() throws IOException, InterruptedException {
        return Replays.run(home, Project.demo(), reward, out);
    }
}
