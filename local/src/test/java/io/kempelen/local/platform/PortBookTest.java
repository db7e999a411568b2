package io.kempelen.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortBookTest {

    private final Set<Integer> taken = new HashSet<>();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void remembersAPortAcrossStarts() {
        int first = book().portFor("broker");

        assertThat(book().portFor("broker")).isEqualTo(first);
    }

    @Test
    void choosesAnotherWhenTheRememberedOneIsTaken() {
        int first = book().portFor("broker");
        taken.add(first);

        int second = book().portFor("broker");

        assertThat(second).isNotEqualTo(first);
        assertThat(book().portFor("broker")).isEqualTo(second);
    }

    @Test
    void givesNoPortTwice() {
        var book = book();
        var ports = new HashSet<Integer>();
        for (int i = 0; i < 500; i++) ports.add(book.portFor("process-" + i));

        assertThat(ports).hasSize(500);
    }

    @Test
    void neverMovesTheGatewayByItself() {
        taken.add(8080);

        assertThatThrownBy(() -> book().exactly("gateway", 8080)).hasMessageContaining("--port 8081");
        assertThat(book().exactly("gateway", 8090)).isEqualTo(8090);
        assertThat(book().remembered("gateway", 8080)).isEqualTo(8090);
    }

    private PortBook book() {
        return new PortBook(folder.resolve("ports.json"), port -> !taken.contains(port));
    }
}
