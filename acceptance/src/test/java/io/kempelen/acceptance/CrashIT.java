package io.kempelen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.local.api.Operator;
import io.kempelen.local.replay.Project;
import io.kempelen.local.replay.Replay;
import io.kempelen.local.replay.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every service is killed at the worst moments while projects are replayed: nothing is lost, nothing is done twice. Each
 * service dies once at a point drawn by -Dcrash.seed; with -Dcrash=all each at every point it has.
 */
@OnPlatform
@Order(6)
class CrashIT {

    private static final String BEFORE_SEND = "after-commit-before-send";
    private static final String BEFORE_DELETE = "after-send-before-delete";
    private static final String BEFORE_OFFSET = "after-effect-before-offset";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final World world;

    CrashIT(World world) {
        this.world = world;
    }

    private record Crash(String service, String point) {}

    @Test
    void nothingIsLostOrDoubled() throws Exception {
        var crashes = chosen();
        var stop = new AtomicBoolean();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            var replays = CompletableFuture.supplyAsync(() -> replayUntil(stop), threads);
            try {
                for (var crash : crashes) cause(crash, replays);
            } finally {
                stop.set(true);
            }
            var reports = replays.get();
            System.out.printf("%d crashes in %d replays: %s%n", crashes.size(), reports.size(), crashes);
            assertThat(reports)
                    .isNotEmpty()
                    .allSatisfy(report -> assertThat(report.faults()).isEmpty());
        }
        world.awaitAllReady();
        var audit = world.audit();
        System.out.print(audit);
        assertThat(audit.findings().all()).isEmpty();
    }

    private static List<Crash> chosen() {
        var all = new ArrayList<Crash>();
        var seed = Long.getLong("crash.seed", 20261121L);
        var random = new Random(seed);
        boolean every = "all".equals(System.getProperty("crash"));
        for (var service : World.SERVICES) {
            var points = new ArrayList<>(List.of(BEFORE_SEND, BEFORE_DELETE));
            if (!service.equals("gateway")) points.add(BEFORE_OFFSET); // the gateway reads no topic
            if (every) points.forEach(point -> all.add(new Crash(service, point)));
            else all.add(new Crash(service, points.get(random.nextInt(points.size()))));
        }
        return all;
    }

    /** Waits until one of the service's processes stands at the point, and kills it there. */
    private void cause(Crash crash, CompletableFuture<?> replays) throws Exception {
        var processes = World.processes().stream()
                .filter(name -> name.equals(crash.service()) || name.equals(crash.service() + "-2"))
                .toList();
        for (var process : processes) Files.writeString(world.crashFile(process), crash.point());
        var victim = Eventually.until(PATIENCE, () -> {
            if (replays.isCompletedExceptionally()) return processes.getFirst();
            return processes.stream()
                    .filter(process -> Files.exists(reached(process)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(crash + " was not reached"));
        });
        for (var process : processes) Files.deleteIfExists(world.crashFile(process));
        if (replays.isCompletedExceptionally()) replays.get();
        world.kill(victim);
        for (var process : processes) {
            if (Files.deleteIfExists(reached(process)) && !process.equals(victim)) world.kill(process);
        }
        for (var process : processes) world.awaitReady(process);
    }

    private Path reached(String process) {
        return world.crashFile(process).resolveSibling(process + ".reached");
    }

    private List<Report> replayUntil(AtomicBoolean stop) {
        var reports = new ArrayList<Report>();
        try {
            var key = world.snapshot().operator();
            var operator = Operator.signIn(world.url(), key.accessKeyId(), key.secretAccessKey(), PATIENCE);
            var quiet = new PrintStream(OutputStream.nullOutputStream());
            var results = Files.createTempFile("kempelen-crash", ".csv");
            do {
                reports.add(new Replay(operator, world.kafka(), new BigDecimal("0.05"), quiet)
                        .run(Project.demo(), results));
            } while (!stop.get());
            Files.delete(results);
            return reports;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
