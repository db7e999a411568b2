package io.kempelen.local.command;

import io.kempelen.local.platform.Options;
import io.kempelen.local.platform.Platform;
import io.kempelen.local.platform.StartupCaches;
import io.kempelen.local.replay.Project;
import io.kempelen.local.replay.Replay;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes every later start faster by archives of the classes that the processes load, which only a real run can tell. */
@Command(
        name = "train",
        description =
                "Make start-up caches once after a build: takes some minutes and 1 GB, later starts take two thirds of the time.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        var home = Files.createTempDirectory("kempelen-train");
        long began = System.nanoTime();
        try {
            var options = Options.defaults().withPort(0).watchedBy(new PrintingWatcher(System.out));
            StartupCaches.train(home, options, platform -> work(platform, home));
        } finally {
            delete(home);
        }
        System.out.printf("Trained in %.0f s.%n", (System.nanoTime() - began) / 1e9);
        return 0;
    }

    private static void work(Platform platform, Path home) throws IOException {
        var operator = platform.operator(Duration.ofMinutes(1));
        var replay = new Replay(operator, platform.kafka(), new BigDecimal("0.05"), System.out);
        System.out.println(replay.run(Project.demo(), home.resolve("results.csv")));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
