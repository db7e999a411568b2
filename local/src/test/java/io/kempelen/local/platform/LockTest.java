package io.kempelen.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void letsOneSupervisorIn() {
        var home = home();
        try (var held = Lock.take(home)) {
            assertThatThrownBy(() -> Lock.take(home)).isInstanceOf(Lock.AlreadyRunning.class);
            assertThat(Lock.holder(home)).hasValue(ProcessHandle.current().pid());
            assertThat(held).isNotNull();
        }
        assertThat(Lock.holder(home)).isEmpty();
    }

    private Home home() {
        var home = new Home(folder);
        home.create();
        return home;
    }
}
