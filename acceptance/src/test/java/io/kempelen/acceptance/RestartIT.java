package io.kempelen.acceptance;

import static io.kempelen.acceptance.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kempelen.local.platform.Options;
import io.kempelen.local.platform.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Processes die and come back, the whole machine is stopped and started: what was there stays there. */
@OnPlatform
@Order(7)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartIT {

    private static final Duration HEALED = Duration.ofMinutes(2);

    private final World world;

    RestartIT(World world) {
        this.world = world;
    }

    @Test
    @Order(1)
    void infrastructureThatIsKilledComesBack() throws Exception {
        for (var process : List.of("postgres", "kafka", "registry")) {
            var name = name(process);
            world.kill(name);
            world.awaitReady(name);
            until(HEALED, () -> {
                oneLife(process);
                return true;
            });
        }
        assertThat(world.audit().findings().all()).isEmpty();
    }

    /** The broker and the registry may be called otherwise by the supervisor. */
    private String name(String process) {
        return world.snapshot().processes().stream()
                .map(entry -> entry.name())
                .filter(name -> name.contains(process) || (process.equals("kafka") && name.contains("broker")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No process is called " + process));
    }

    /** A microtask from its making to its pay. */
    private void oneLife(String after) {
        var requester = world.requester("After the death of " + after);
        var task = Projects.task(requester, 1, Map.of());
        var place = until(Duration.ofSeconds(10), () -> world.worker("Survivor").accept(task));
        place.submit(Map.of("answer", after)).expect(200);
        until(
                Duration.ofSeconds(10),
                () -> requester
                        .client()
                        .post("/v1/assignments/" + place.assignmentId() + "/approve", Map.of())
                        .expect(200, 201, 204));
        until(Duration.ofSeconds(20), () -> {
            assertThat(place.worker().rewards()).isEqualTo("0.05");
            return true;
        });
    }

    @Test
    @Order(2)
    void downAndUpKeepsEverything() throws Exception {
        assumeTrue(world.isOurs(), "SKIPPED: -Dkempelen.home names a platform that others run.");
        assumeTrue(
                Boolean.getBoolean("restart"),
                "SKIPPED: stopping and starting everything takes minutes; ask for it with -Drestart=true.");
        var requester = world.requester("Down and up");
        var task = Projects.task(requester, 2, Map.of());
        var held = world.worker("Holder").accept(task);
        var answered = world.worker("Answerer").accept(task);
        answered.submit(Map.of("answer", "before")).expect(200);
        var before = until(HEALED, () -> {
            var now = requester.client().get("/v1/tasks/" + task).expect(200).json();
            assertThat(now.path("counters").path("submitted").asInt()).isEqualTo(1);
            assertThat(now.path("counters").path("pending").asInt()).isEqualTo(1);
            return now;
        });
        var balance = requester.client().get("/v1/account/balance").expect(200).json();
        var url = world.url();

        world.down();
        world.forgetClients();
        world.up();

        assertThat(world.url()).isEqualTo(url);
        assertThat(requester.client().get("/v1/tasks/" + task).expect(200).json())
                .isEqualTo(before);
        assertThat(requester.client().get("/v1/account/balance").expect(200).json())
                .isEqualTo(balance);
        held.submit(Map.of("answer", "after")).expect(200);
        assertThat(world.audit().findings().all()).isEmpty();
    }

    @Test
    @Order(3)
    void twoPlatformsRunSideBySide(@TempDir Path folder) throws Exception {
        assumeTrue(
                Boolean.getBoolean("platforms.two"),
                "SKIPPED: a second platform takes a minute and 3 GiB; ask for it with -Dplatforms.two=true.");
        try (var other = Platform.start(folder, Options.defaults().withPort(0))) {
            assertThat(other.url()).isNotEqualTo(world.url());
            assertThat(other.kafka()).isNotEqualTo(world.kafka());
            var stranger = new Client(other.url(), world.requester("Only here").token());
            assertThat(stranger.get("/v1/projects").status()).isEqualTo(401);
            oneLife("the other's birth");
        }
    }
}
