package io.kempelen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kempelen.acceptance.audit.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** kafkajs and Confluent's registry client for JavaScript decode every record that Kempelen ever wrote. */
@OnPlatform
@Order(8)
class ForeignReaderIT {

    private static final List<String> TOPICS = List.of(
            "kempelen.accounts",
            "kempelen.tasks",
            "kempelen.assignments",
            "kempelen.reviews",
            "kempelen.payouts",
            "kempelen.notifications");

    private final World world;

    ForeignReaderIT(World world) {
        this.world = world;
    }

    @Test
    void readsAllTopics() throws Exception {
        var folder = install();
        Audit.Report ours = world.audit();
        var command = new ArrayList<>(List.of(
                "node", "read.js", world.kafka(), world.target().registry().toString()));
        command.addAll(TOPICS);
        var reader = run(folder, Duration.ofMinutes(2), command);

        assertThat(reader.exitCode()).as(reader.output()).isZero();
        var line = reader.output()
                .lines()
                .filter(text -> text.startsWith("{"))
                .findFirst()
                .orElseThrow();
        var counts = new TreeMap<String, Long>();
        JsonMapper.builder()
                .build()
                .readTree(line)
                .properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        assertThat(counts).isEqualTo(ours.events());
        assertThat(counts.keySet().stream()
                        .map(name -> "kempelen." + name.substring(0, (name + " ").indexOf(' ')))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(TOPICS);
    }

    /** Into the build folder, from the committed list of packages. */
    private static Path install() throws Exception {
        assumeTrue(works("node"), "SKIPPED: node is not on the PATH, so no foreign reader can be tried.");
        assumeTrue(works("npm"), "SKIPPED: npm is not on the PATH, so no foreign reader can be installed.");
        var source = World.repository().resolve("acceptance/src/test/node");
        var folder = Files.createDirectories(World.repository().resolve("acceptance/target/node"));
        for (var name : List.of("package.json", "package-lock.json", "read.js"))
            Files.copy(source.resolve(name), folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
            var npm = run(
                    folder,
                    Duration.ofMinutes(5),
                    List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"));
            assumeTrue(npm.exitCode() == 0, "SKIPPED: npm cannot install kafkajs here:\n" + npm.output());
        }
        return folder;
    }

    private static boolean works(String program) {
        try {
            return run(Path.of("."), Duration.ofSeconds(20), List.of(program, "--version"))
                            .exitCode()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private record Outcome(int exitCode, String output) {}

    private static Outcome run(Path folder, Duration patience, List<String> command) throws IOException {
        var log = Files.createTempFile("kempelen-acceptance", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, "Not done within " + patience + ":\n" + Files.readString(log));
            }
            return new Outcome(process.exitValue(), Files.readString(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(log);
        }
    }
}
