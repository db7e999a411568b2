package io.kempelen.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kempelen.gateway.GatewayProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretSealerTest {

    private final SecretSealer sealer = sealer(new byte[32]);

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

    private static SecretSealer sealer(byte[] key) {
        return new SecretSealer(new GatewayProperties(
                URI.create("http://localhost"),
                URI.create("http://127.0.0.1"),
                "",
                List.of(),
                Base64.getEncoder().encodeToString(key),
                null,
                null,
                null,
                null,
                Duration.ofDays(30),
                1,
                Duration.ZERO,
                Map.of(),
                Map.of(),
                List.of()));
    }
}
