package io.kempelen.payout.withdrawal;

import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.Rails;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Payouts that have not ended, as metrics by rail: how many, and how old the oldest is. One on a rail that is gone waits for ever. */
@Component
class PayoutGauges {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutGauges.class);

    private final JdbcTemplate jdbc;
    private final Set<String> rails;
    private final InstantSource clock;
    private final MultiGauge open;
    private final MultiGauge oldest;

    PayoutGauges(JdbcTemplate jdbc, Rails rails, InstantSource clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.rails = rails.all().stream().map(PayoutRail::name).collect(Collectors.toSet());
        this.clock = clock;
        this.open = MultiGauge.builder("kempelen.payouts.open")
                .description("Payouts that have not ended")
                .register(meters);
        this.oldest = MultiGauge.builder("kempelen.payouts.oldest")
                .description("Age of the oldest payout that has not ended")
                .baseUnit("seconds")
                .register(meters);
    }

    private record Waiting(String rail, long payouts, Instant since) {}

    @Scheduled(fixedDelayString = "${kempelen.payouts.gauge-every:1m}")
    void measure() {
        var waiting = waiting();
        var now = clock.instant();
        open.register(rows(waiting, Waiting::payouts), true);
        oldest.register(rows(waiting, one -> Duration.between(one.since(), now).toSeconds()), true);
        waiting.stream()
                .filter(one -> !rails.contains(one.rail()))
                .forEach(one -> LOG.warn(
                        "{} payouts wait for the rail {}, which is not set up: set it up, or decide them by"
                                + " POST /v1/operator/payouts/{id}/decision",
                        one.payouts(),
                        one.rail()));
    }

    private List<Waiting> waiting() {
        return jdbc.query(
                """
                SELECT rail, count(*), min(requested_at) FROM payout
                WHERE state IN ('REQUESTED', 'SENDING', 'SENT') GROUP BY rail""",
                (row, n) -> new Waiting(
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()));
    }

    private static List<MultiGauge.Row<?>> rows(
            List<Waiting> waiting, java.util.function.ToLongFunction<Waiting> figure) {
        return waiting.stream()
                .<MultiGauge.Row<?>>map(one -> MultiGauge.Row.of(Tags.of("rail", one.rail()), figure.applyAsLong(one)))
                .toList();
    }
}
