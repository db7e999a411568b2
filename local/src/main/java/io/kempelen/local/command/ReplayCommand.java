package io.kempelen.local.command;

import io.kempelen.local.replay.Project;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does a recorded project again and compares. */
@Command(
        name = "replay",
        description =
                "Publish a recorded project, let simulated workers give the recorded answers, approve, pay and compare.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(
            index = "0",
            paramLabel = "TEMPLATE.html",
            description = "What the workers saw, with ${…} for the inputs.")
    private Path template = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "BATCH.csv",
            description = "Inputs, and columns Answer.* with what was answered; one row per answer.")
    private Path batch = Path.of("");

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
            defaultValue = "results.csv")
    private Path out = Path.of("results.csv");

    @Override
    public Integer call() throws IOException, InterruptedException {
        return Replays.run(home, Project.read(template, batch), reward, out);
    }
}
