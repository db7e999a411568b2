package io.kempelen.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrphansTest {

    private final String mark = "-Dmark=" + UUID.randomUUID();

    @Test
    void findsAndEndsAProcessByItsExactArgument() throws Exception {
        var marked = new ProcessBuilder("sh", "-c", "sleep 60; true", mark).start();
        var other = new ProcessBuilder("sh", "-c", "sleep 60; true", mark + "x").start();
        try {
            var found = Orphans.withArgument(mark);

            assertThat(found).extracting(ProcessHandle::pid).containsExactly(marked.pid());
            Orphans.end(found.getFirst(), "TERM", Duration.ofSeconds(10));
            assertThat(marked.waitFor()).isNotZero();
        } finally {
            marked.destroyForcibly();
            other.destroyForcibly();
        }
    }

    @Test
    void doesNotTrustAPid() {
        assertThat(Orphans.has(ProcessHandle.current().pid(), mark)).isFalse();
    }
}
