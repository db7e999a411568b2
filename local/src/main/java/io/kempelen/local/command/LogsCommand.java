package io.kempelen.local.command;

import io.kempelen.local.platform.LogFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The children's own words. */
@Command(name = "logs", description = "Show the logs of one process or of all.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "A name as status shows it, or supervisor (default: all).")
    private String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written later.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many of the last lines (default: 40).")
    private int lines = 40;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var logs = logs();
        if (logs.isEmpty()) {
            System.err.println("No log " + service + " in " + home.home().logs() + ".");
            return 1;
        }
        for (var log : logs) {
            if (logs.size() > 1) System.out.println("==> " + log.getFileName() + " <==");
            System.out.println(LogFile.tail(log, lines));
        }
        if (follow) followAll(logs);
        return 0;
    }

    private List<Path> logs() throws IOException {
        if (!Files.isDirectory(home.home().logs())) return List.of();
        try (var files = Files.list(home.home().logs())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file ->
                            service.isEmpty() || file.getFileName().toString().equals(service + ".log"))
                    .sorted()
                    .toList();
        }
    }

    private static void followAll(List<Path> logs) throws InterruptedException {
        var threads = logs.stream()
                .map(log -> Thread.ofPlatform().start(() -> followOne(log)))
                .toList();
        for (var thread : threads) thread.join();
    }

    private static void followOne(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(file.length());
            var bytes = new byte[8192];
            while (true) {
                int count = file.read(bytes);
                if (count > 0) System.out.write(bytes, 0, count);
                System.out.flush();
                if (count <= 0) Thread.sleep(200);
            }
        } catch (IOException e) {
            System.err.println(log + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
