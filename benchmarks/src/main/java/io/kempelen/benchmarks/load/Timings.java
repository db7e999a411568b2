package io.kempelen.benchmarks.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long things took in one phase; what began in it counts in it, whenever it ended. */
public final class Timings {

    private static final long LONGEST_MICROS = 600_000_000;
    private static final int DIGITS = 3;

    /** What is timed. */
    public enum Step {
        SEARCH("search"),
        ACCEPT("accept"),
        SUBMIT("submit"),
        PAID("submit -> paid");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** In milliseconds. */
    public record Latency(long count, double p50, double p90, double p99, double p999, double max) {

        static Latency of(Histogram times) {
            return new Latency(
                    times.getTotalCount(),
                    millis(times.getValueAtPercentile(50)),
                    millis(times.getValueAtPercentile(90)),
                    millis(times.getValueAtPercentile(99)),
                    millis(times.getValueAtPercentile(99.9)),
                    millis(times.getMaxValue()));
        }

        private static double millis(long micros) {
            return Math.round(micros / 10.0) / 100.0;
        }
    }

    private final Map<Step, Histogram> histograms = new EnumMap<>(Step.class);

    public Timings() {
        for (var step : Step.values()) histograms.put(step, new ConcurrentHistogram(LONGEST_MICROS, DIGITS));
    }

    void record(Step step, long fromNanos, long toNanos) {
        long micros = Math.clamp((toNanos - fromNanos) / 1_000, 0, LONGEST_MICROS);
        Objects.requireNonNull(histograms.get(step)).recordValue(micros);
    }

    public Map<Step, Latency> latencies() {
        var latencies = new EnumMap<Step, Latency>(Step.class);
        histograms.forEach((step, times) -> latencies.put(step, Latency.of(times.copy())));
        return latencies;
    }
}
