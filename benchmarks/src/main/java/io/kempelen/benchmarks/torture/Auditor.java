package io.kempelen.benchmarks.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The independent auditor as the program it is: shares no code with the services nor with this generator. It decodes every event
 * and rebuilds from the topics all that the databases and the ledger must hold, to the cent. Another judge is asked here too.
 */
record Auditor(Path jar, Path home) {

    private static final String PATIENCE_SECONDS = "180";

    Auditor {
        if (!Files.exists(jar))
            throw new IllegalStateException(
                    "The auditor is not built yet: ./mvnw -DskipTests package builds it (" + jar + ").");
    }

    /** Prints what it finds; its exit code is 0 when that is nothing. */
    Line ask() {
        try {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            int code = new ProcessBuilder(java, "-Xmx768m", "-jar", jar.toString(), home.toString(), PATIENCE_SECONDS)
                    .inheritIO()
                    .start()
                    .waitFor();
            return Line.same("rebuilt from the topics = live: exit code of the independent auditor", 0, code);
        } catch (IOException e) {
            throw new IllegalStateException("The auditor could not be started: " + e.getMessage(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped", stopped);
        }
    }
}
