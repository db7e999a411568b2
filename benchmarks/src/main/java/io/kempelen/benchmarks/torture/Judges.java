package io.kempelen.benchmarks.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Those who are asked last, as the programs they are, in the auditor's jar: they share no code with the services nor with this
 * generator, decode every event, and rebuild from the topics what databases and ledger must hold. Their exit code 0 means: all is so.
 */
record Judges(Path jar, Path home) {

    private static final String PATIENCE_SECONDS = "180";
    private static final String AUDITOR = "io.kempelen.acceptance.audit.Auditor";
    private static final String LEDGER = "io.kempelen.acceptance.ledger.LedgerCommand";

    Judges {
        if (!Files.exists(jar))
            throw new IllegalStateException(
                    "The auditor is not built yet: ./mvnw -DskipTests package builds it (" + jar + ").");
    }

    List<Line> ask() {
        var lines = new ArrayList<Line>();
        lines.add(ask(
                "rebuilt from the topics = live: exit code of the auditor",
                AUDITOR,
                home.toString(),
                PATIENCE_SECONDS));
        if (knows(LEDGER)) // an older jar may not
        lines.add(ask("the same: exit code of ledger verify", LEDGER, "verify", "--home", home.toString()));
        return lines;
    }

    private boolean knows(String program) {
        try (var file = new JarFile(jar.toFile())) {
            return file.getEntry(program.replace('.', '/') + ".class") != null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar, e);
        }
    }

    private Line ask(String what, String program, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar.toString(),
                program));
        command.addAll(List.of(arguments));
        try {
            return Line.same(
                    what, 0, new ProcessBuilder(command).inheritIO().start().waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(program + " could not be started", e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped", stopped);
        }
    }
}
