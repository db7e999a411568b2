package io.kempelen.acceptance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchTest {

    @Test
    void servesTheLastResultAsMetrics() throws Exception {
        var scene = Scene.asItShouldBe();
        scene.balances.merge("earnings:ada", 1L, Long::sum);
        try (var watch = new Watch(0, () -> Instant.ofEpochSecond(1_700_000_000))) {
            assertThat(metrics(watch))
                    .contains("\nkempelen_ledger_verified_timestamp_seconds 0\n")
                    .doesNotContain("kempelen_ledger_differences");

            watch.verified(scene.verify());
            assertThat(metrics(watch))
                    .contains("\nkempelen_ledger_differences{kind=\"balance\"} 1\n")
                    .contains("\nkempelen_ledger_differences{kind=\"reward\"} 0\n")
                    .contains("\nkempelen_ledger_sum_minor_units{currency=\"USD\"} 1\n")
                    .contains("\nkempelen_ledger_verify_duration_seconds ")
                    .contains("\nkempelen_ledger_verified_timestamp_seconds 1700000000\n");
        }
    }

    private static String metrics(Watch watch) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + watch.port() + "/metrics"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
