package io.kempelen.local.platform;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The few programs of the system that are used, and whether they are there. */
public final class Tools {

    private static final Pattern COLON = Pattern.compile(":");

    private Tools() {}

    public static boolean has(String program) {
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return COLON.splitAsStream(path)
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Whether the command ends well within a few seconds. */
    public static boolean works(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs to the end; what it said goes to the log. */
    static void run(List<String> command, Path folder, Path log) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " … ended with code " + process.exitValue() + ", see " + log);
        }
    }
}
