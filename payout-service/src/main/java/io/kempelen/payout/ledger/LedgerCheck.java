package io.kempelen.payout.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds the ledger against itself every few minutes. Each replica does, so that none shows an old answer; the questions are
 * plain reads, which no writer waits for. What the topics say is `./kempelen ledger verify`'s to compare.
 */
@Component
class LedgerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerCheck.class);

    private final LedgerReport report;
    private final InstantSource clock;
    private volatile double balances = Double.NaN;
    private volatile double holds = Double.NaN;
    private volatile double unbalanced = Double.NaN;
    private volatile long checkedAt;

    LedgerCheck(LedgerReport report, InstantSource clock, MeterRegistry metrics) {
        this.report = report;
        this.clock = clock;
        Gauge.builder("kempelen_ledger_differences", this, check -> check.balances)
                .tags(Tags.of("kind", "balance"))
                .description("Stored balances that are not the sum of their transfers, at most 100 counted")
                .register(metrics);
        Gauge.builder("kempelen_ledger_differences", this, check -> check.holds)
                .tags(Tags.of("kind", "hold"))
                .description("Escrow accounts that do not hold what their holds do, at most 100 counted")
                .register(metrics);
        Gauge.builder("kempelen_ledger_unbalanced_currencies", this, check -> check.unbalanced)
                .description("Currencies whose accounts are not zero together")
                .register(metrics);
        Gauge.builder("kempelen_ledger_checked_timestamp_seconds", this, check -> check.checkedAt)
                .description("When the ledger was last held against itself")
                .register(metrics);
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "${kempelen.ledger.check-every:5m}")
    void check() {
        try {
            var differences = report.differences();
            var escrows = report.holdDifferences();
            balances = differences.size();
            holds = escrows.size();
            unbalanced = unbalancedCurrencies();
            checkedAt = clock.instant().getEpochSecond();
            differences.forEach(one -> LOG.error("The ledger differs: {}", one));
            escrows.forEach(one -> LOG.error("An escrow differs from its holds: {}", one));
        } catch (RuntimeException outage) {
            LOG.warn("The ledger could not be checked: {}", outage.toString());
        }
    }

    private long unbalancedCurrencies() {
        var sums = report.totals().stream()
                .collect(Collectors.groupingBy(
                        LedgerReport.Total::currency, Collectors.summingLong(LedgerReport.Total::minorUnits)));
        return sums.values().stream().filter(sum -> sum != 0).count();
    }
}
