package io.kempelen.acceptance.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A report in Prometheus's text format. */
final class Metrics {

    private Metrics() {}

    /** Before the first verification only this is known: that there was none. */
    static String none() {
        return verified(0);
    }

    static String of(Report report, Instant at) {
        Map<String, Object> differences = new TreeMap<>();
        report.counts()
                .forEach((kind, count) ->
                        differences.put("{kind=\"" + kind.name().toLowerCase(Locale.ROOT) + "\"}", count));
        Map<String, Object> sums = new TreeMap<>();
        report.currencies().forEach(table -> sums.put("{currency=\"" + escaped(table.currency()) + "\"}", table.sum()));
        return gauge("kempelen_ledger_differences", "What differs, by kind: all are to be zero", differences)
                + gauge("kempelen_ledger_sum_minor_units", "All accounts of a currency together: to be zero", sums)
                + gauge(
                        "kempelen_ledger_verify_duration_seconds",
                        "How long the last verification took",
                        Map.of("", report.seconds()))
                + verified(at.getEpochSecond());
    }

    private static String verified(long at) {
        return gauge(
                "kempelen_ledger_verified_timestamp_seconds",
                "When the last verification came to its end, whatever it found",
                Map.of("", at));
    }

    private static String gauge(String name, String help, Map<String, Object> values) {
        var text = new StringBuilder("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n");
        values.forEach((labels, value) -> text.append(name + labels + " " + value + "\n"));
        return text.toString();
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
