package io.kempelen.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.benchmarks.load.Timings;
import io.kempelen.benchmarks.load.Timings.Latency;
import io.kempelen.benchmarks.load.Timings.Step;
import io.kempelen.benchmarks.machine.CommitProbe;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TextTest {

    @Test
    void showsRatesLatenciesCostsAndTargets() {
        var text = Text.of(figures(210, 800, 30));

        assertThat(text)
                .contains("closed loop: as much as goes, 10 s")
                .contains("210.0 lifecycles/s (accept, submit, reviewed, paid, counted)")
                .containsPattern("submit -> paid +630 +10.0 +20.0 +800.0")
                .containsPattern("payout-service +1.00 +2.00 +300")
                .contains("one lifecycle per 50.0 commits")
                .contains("at least 200 lifecycles/s: met")
                .contains("submit -> paid p99 at most 1 s at the fixed rate: met")
                .contains("totals equal the ledger's: yes");
    }

    @Test
    void saysWhatIsMissed() {
        var text = Text.of(figures(150, 1_500, 29));

        assertThat(text)
                .contains("at least 200 lifecycles/s: MISSED")
                .contains("submit -> paid p99 at most 1 s at the fixed rate: MISSED")
                .containsPattern("answers +30 +29 DIFFERENT")
                .contains("totals equal the ledger's: NO");
    }

    @Test
    void isWholeAsJson() {
        var json = JsonMapper.builder().build().valueToTree(figures(210, 800, 30));

        assertThat(json.path("closedLoop").path("lifecyclesPerSecond").asDouble())
                .isEqualTo(210);
        assertThat(json.path("closedLoop")
                        .path("latencyMillis")
                        .path("PAID")
                        .path("p99")
                        .asDouble())
                .isEqualTo(800);
        assertThat(json.path("checks").get(0).path("found").asLong()).isEqualTo(30);
    }

    @Test
    void takesTheSlowerOfPaidAndCounted() {
        var from = new Reading(0, 0, 0, 0, Map.of("payout-service", 1.0), 0, 0, 0, 10);
        var to = new Reading(
                10_000_000_000L, 2_100, 2_050, 2_000, Map.of("payout-service", 3.0), 15, 20_000_000_000L, 3_800, 14);

        var phase = Phase.between("closed loop", 0, from, to, Map.of(), List.of());

        assertThat(phase.lifecyclesPerSecond()).isEqualTo(190);
        assertThat(phase.paidPerSecond()).isEqualTo(200);
        assertThat(phase.cpuMillisPerLifecycle()).containsEntry("payout-service", 1.0);
        assertThat(phase.busyCores()).isEqualTo(1.5);
        assertThat(phase.batchesPublished()).isEqualTo(4);
    }

    private static Figures figures(double rate, double p99, long found) {
        var latencies = new EnumMap<Step, Latency>(Timings.Step.class);
        latencies.put(Step.PAID, new Latency(630, 10, 20, p99, p99, p99));
        var closed = phase("closed loop", 0, rate, 1.0, latencies);
        var fixed = phase("fixed rate", rate / 2, rate / 2, 2.0, latencies);
        return new Figures(
                Instant.EPOCH,
                new Figures.Machine("Linux", "CPU", 2, 8_000, "25"),
                new Figures.Setting("sandbox", 1_000, 5, 10_000, 3, 48, 400, 10),
                closed,
                fixed,
                new CommitProbe.Result(10_000, 8, "on", "on"),
                new CommitProbe.Result(11_000, 8, "on", "on"),
                0.02,
                Map.of("payout-service", 300L),
                300,
                Map.of(),
                List.of(new Check("answers", 30, found)));
    }

    private static Phase phase(String name, double wanted, double rate, double cpu, Map<Step, Latency> latencies) {
        return new Phase(
                name,
                10,
                wanted,
                rate,
                rate,
                rate,
                rate,
                rate,
                latencies,
                Map.of("payout-service", cpu),
                cpu,
                1.9,
                3,
                List.of(rate));
    }
}
