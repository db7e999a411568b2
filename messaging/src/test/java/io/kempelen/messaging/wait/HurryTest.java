package io.kempelen.messaging.wait;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the waits are closed and not otherwise used
class HurryTest {

    private static final Duration NONE = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Hurry hurry = new Hurry();

    @Test
    void aPauseIsCutShortByWhoBeginsToWait() throws Exception {
        var pause = CompletableFuture.runAsync(() -> hurry.pause(NONE, LONG));
        assertThat(pause).isNotDone();

        try (var ignored = hurry.begin()) {
            pause.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void nobodyPausesWhileSomebodyWaits() {
        try (var ignored = hurry.begin()) {
            hurry.pause(NONE, LONG); // would not end
        }
    }

    @Test
    void theLeastPauseIsMadeAllTheSame() {
        var least = Duration.ofMillis(30);
        try (var ignored = hurry.begin()) {
            long began = System.nanoTime();
            hurry.pause(least, LONG);
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(least.toNanos());
        }
    }

    @Test
    void whoHasStoppedWaitingCutsNothingShort() {
        try (var first = hurry.begin();
                var second = hurry.begin()) {
            assertThat(first).isNotSameAs(second);
        }
        var pause = Duration.ofMillis(30);
        long began = System.nanoTime();
        hurry.pause(NONE, pause);
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(pause.toNanos());
    }
}
