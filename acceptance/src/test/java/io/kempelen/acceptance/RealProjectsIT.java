package io.kempelen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kempelen.local.api.Operator;
import io.kempelen.local.replay.Project;
import io.kempelen.local.replay.Replay;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Recorded projects of real requesters, answer by answer: two small ones, or with -Dprojects=all every one there is, or with
 * -Dprojects=FOLDER those of another folder.
 */
@OnPlatform
@Order(5)
class RealProjectsIT {

    private static final int SOME = 2;

    private final World world;

    RealProjectsIT(World world) {
        this.world = world;
    }

    @Test
    void replaysTheDemo() throws Exception {
        replay(Project.demo());
    }

    @TestFactory
    Stream<DynamicTest> replaysRecordedProjects() throws IOException {
        var folder = folder();
        assumeTrue(
                Files.isDirectory(folder),
                "SKIPPED: there are no recorded projects in " + folder + "; the demo was replayed instead.");
        return chosen(folder).stream()
                .map(project -> DynamicTest.dynamicTest(project.getFileName().toString(), () -> {
                    replay(Project.read(project.resolve("template.html"), project.resolve("batch.csv")));
                }));
    }

    private static Path folder() {
        var wanted = System.getProperty("projects", "");
        if (!wanted.isEmpty() && !wanted.equals("all")) return Path.of(wanted);
        return World.repository().resolve("../shared/data/mturk-projects").normalize();
    }

    private static List<Path> chosen(Path folder) throws IOException {
        boolean all = !System.getProperty("projects", "").isEmpty();
        try (var folders = Files.list(folder)) {
            var projects = folders.filter(project -> Files.exists(project.resolve("batch.csv")))
                    .sorted(Comparator.comparingLong(RealProjectsIT::size))
                    .toList();
            return all ? projects : projects.subList(0, Math.min(SOME, projects.size()));
        }
    }

    private static long size(Path project) {
        try {
            return Files.size(project.resolve("batch.csv"));
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private void replay(Project project) throws Exception {
        var key = world.snapshot().operator();
        var operator = Operator.signIn(world.url(), key.accessKeyId(), key.secretAccessKey(), Duration.ofMinutes(1));
        var results = Files.createDirectories(World.repository().resolve("acceptance/target/results"))
                .resolve(project.name() + ".csv");
        var report = new Replay(operator, world.kafka(), new BigDecimal("0.05"), System.out).run(project, results);
        System.out.print(report);
        assertThat(report.faults()).isEmpty();
    }
}
