package io.kempelen.messaging.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CapabilityTest {

    private static final Instant EXPIRY = Instant.ofEpochSecond(2_000_000_000);
    private final Capability capability = new Capability("3ASSIGNMENT", "AWORKER", "3TASK", EXPIRY);

    @Test
    void isWhatWasMintedUntilItExpires() {
        var minted = capability.mint("key");

        assertThat(Capability.verify("key", minted, EXPIRY.minusSeconds(1))).contains(capability);
        assertThat(Capability.verify("key", minted, EXPIRY)).isEmpty();
    }

    @Test
    void cannotBeForged() {
        var minted = capability.mint("key");
        var forged = new Capability("3OTHER", "AWORKER", "3TASK", EXPIRY).mint("another key");

        assertThat(Capability.verify("another key", minted, Instant.EPOCH)).isEmpty();
        assertThat(Capability.verify("key", forged, Instant.EPOCH)).isEmpty();
        assertThat(Capability.verify("key", minted.substring(1), Instant.EPOCH)).isEmpty();
        assertThat(Capability.verify("key", "nonsense", Instant.EPOCH)).isEmpty();
        assertThat(Capability.verify(
                        "key",
                        forged.substring(0, forged.indexOf('.')) + minted.substring(minted.indexOf('.')),
                        Instant.EPOCH))
                .isEmpty();
    }
}
