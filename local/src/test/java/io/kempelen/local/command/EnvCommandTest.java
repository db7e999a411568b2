package io.kempelen.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvCommandTest {

    @Test
    void keepsAShellFromReadingAnythingIntoAValue() {
        assertThat(EnvCommand.render(Map.of("A", "it's $HOME `x`"))).isEqualTo("export A='it'\\''s $HOME `x`'\n");
    }
}
