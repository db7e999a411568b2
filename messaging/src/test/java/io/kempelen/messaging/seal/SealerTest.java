package io.kempelen.messaging.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealerTest {

    private final Sealer sealer = sealer(new byte[32]);

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.open("KEY", sealer.seal("KEY", "sécret"))).isEqualTo("sécret");
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(sealer.seal("KEY", "secret")).isNotEqualTo(sealer.seal("KEY", "secret"));
    }

    @Test
    void doesNotOpenTheSecretOfAnotherKey() {
        var sealed = sealer.seal("KEY", "secret");

        assertThatIllegalStateException().isThrownBy(() -> sealer.open("OTHER", sealed));
    }

    @Test
    void seesTampering() {
        var sealed = sealer.seal("KEY", "secret");
        sealed[sealed.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> sealer.open("KEY", sealed));
    }

    @Test
    void opensNothingWithAnotherMasterKey() {
        var other = new byte[32];
        other[0] = 1;

        assertThatIllegalStateException()
                .isThrownBy(() -> sealer(other).open("KEY", sealer.seal("KEY", "secret")))
                .withMessageContaining("KEMPELEN_SECRET_KEY");
    }

    @Test
    void wantsAKeyOf32Bytes() {
        assertThatIllegalStateException().isThrownBy(() -> sealer(new byte[16])).withMessageContaining("32");
    }

    private static Sealer sealer(byte[] key) {
        return new Sealer(Base64.getEncoder().encodeToString(key));
    }
}
