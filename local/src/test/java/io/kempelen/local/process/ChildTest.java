package io.kempelen.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder = Path.of("");

    private Child child = child("sleep 60");

    @AfterEach
    void stopChild() throws InterruptedException {
        child.stop();
    }

    @Test
    void startsAKilledProcessAgain() throws Exception {
        child = child("sleep 60");
        child.start();
        child.awaitReady(PATIENCE);
        long first = Objects.requireNonNull(child.handle()).pid();

        child.kill();
        child.awaitReady(PATIENCE);

        assertThat(Objects.requireNonNull(child.handle()).pid()).isNotEqualTo(first);
        assertThat(child.starts()).isEqualTo(2);
    }

    @Test
    void doesNotStartAStoppedProcessAgain() throws Exception {
        child = child("sleep 60");
        child.start();
        child.awaitReady(PATIENCE);

        child.stop();

        assertThat(child.handle()).isNull();
        assertThat(child.state()).isEqualTo(Child.State.STOPPED);
    }

    @Test
    void killsOneThatDoesNotListen() throws Exception {
        child = child("trap '' TERM; while true; do sleep 0.1; done");
        child.start();
        child.awaitReady(PATIENCE);

        child.stop();

        assertThat(child.handle()).isNull();
    }

    @Test
    void givesUpWaitingForOneThatKeepsDying() {
        child = new Child(program("exit 3", () -> false), new Watcher() {});
        child.start();

        assertThatThrownBy(() -> child.awaitReady(PATIENCE))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("keeps dying");
    }

    private Child child(String script) {
        return new Child(program(script, () -> true), new Watcher() {});
    }

    private Program program(String script, Readiness readiness) {
        return new Program(
                "child",
                List.of("sh", "-c", script),
                Map.of(),
                folder,
                folder.resolve("child.log"),
                readiness,
                () -> {},
                "TERM",
                Duration.ofSeconds(1));
    }
}
