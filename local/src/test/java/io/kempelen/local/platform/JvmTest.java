package io.kempelen.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.local.platform.Jvm.Compilers;
import org.junit.jupiter.api.Test;

class JvmTest {

    @Test
    void usesTheCompilersThatAreAskedFor() {
        assertThat(Jvm.wanted(Compilers.BOTH, "first")).isEqualTo(Compilers.FIRST);
        assertThat(Jvm.wanted(Compilers.FIRST, "Both")).isEqualTo(Compilers.BOTH);
        assertThat(Jvm.wanted(Compilers.FIRST, "full")).isEqualTo(Compilers.BOTH);
    }

    @Test
    void usesTheUsualOnesWhereNothingIsAskedFor() {
        assertThat(Jvm.wanted(Compilers.FIRST, null)).isEqualTo(Compilers.FIRST);
        assertThat(Jvm.wanted(Compilers.BOTH, "")).isEqualTo(Compilers.BOTH);
    }

    @Test
    void namesTheVariableAndWhatItMayBe() {
        assertThatThrownBy(() -> Jvm.wanted(Compilers.FIRST, "second"))
                .hasMessage("KEMPELEN_COMPILERS is \"second\", but must be first or both, or not set at all.");
    }
}
