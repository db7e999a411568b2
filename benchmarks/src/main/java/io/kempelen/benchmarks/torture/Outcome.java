package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.load.Timings;
import java.time.Instant;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a torture found: what {@code --json} writes and the last page shows.
 *
 * @param kills with what was going on at each
 * @param lines what must be so, and whether it is
 */
record Outcome(
        boolean right,
        long seed,
        Aim asked,
        Instant startedAt,
        Rates rates,
        Flights inFlightAtKills,
        Noise noise,
        List<Kill> kills,
        List<Line> lines) {

    /**
     * How fast it went, kills and outages included.
     *
     * @param seconds from the first burst to the last payment
     * @param submitToPaidMillis from sending an answer that needed no other to hearing of its pay
     */
    record Rates(
            double seconds,
            double submittedPerSecond,
            double paidPerSecond,
            Timings.@Nullable Latency submitToPaidMillis) {

        static Rates of(double seconds, Flight.State state, Timings timings) {
            return new Rates(
                    rounded(seconds),
                    rounded(state.answered() / seconds),
                    rounded(state.paid() / seconds),
                    timings.latencies().get(Timings.Step.PAID));
        }
    }

    /**
     * The least that was in flight at any kill.
     *
     * @param heard sent, decided and not heard to be paid: what was waited for
     * @param byEvents sent before the kill and paid after it by the time in RewardPaid: no delay of hearing counts
     */
    record Flights(int heard, int byEvents) {

        static Flights of(List<Kill> kills, Heard heard, Map<String, Instant> begun) {
            var atKills = kills.stream().mapToInt(Kill::inFlight).summaryStatistics();
            var byEvents = kills.stream()
                    .mapToInt(kill -> heard.inFlightAt(kill.at(), begun))
                    .summaryStatistics();
            return new Flights(least(atKills), least(byEvents));
        }

        private static int least(IntSummaryStatistics of) {
            return of.getCount() == 0 ? 0 : of.getMin();
        }
    }

    /**
     * What a torture makes beside: allowed, and worth a look.
     *
     * @param extraBursts how often everything was paid before a kill was due, so that more had to be submitted
     * @param repeatedRecords published again under their own id, as at-least-once allows
     * @param deathsUnasked processes that died without being killed here
     * @param faults answers other than success, by kind: each was repeated unless it says "refused"
     */
    record Noise(int extraBursts, long repeatedRecords, int deathsUnasked, Map<String, Long> faults) {}

    String text() {
        var text = new StringBuilder();
        for (var line : lines) text.append(line).append('\n');
        add(
                text,
                "  %.0f s, %.1f submitted/s, %.1f paid/s; least in flight at a kill: %d heard, %d by the events' own times",
                rates.seconds(),
                rates.submittedPerSecond(),
                rates.paidPerSecond(),
                inFlightAtKills.heard(),
                inFlightAtKills.byEvents());
        var wait = rates.submitToPaidMillis();
        if (wait != null)
            add(
                    text,
                    "  submitted -> paid: p50 %.1f s, p99 %.1f s, at most %.1f s",
                    wait.p50() / 1e3,
                    wait.p99() / 1e3,
                    wait.max() / 1e3);
        add(
                text,
                "  records repeated under their own id %d, bursts beyond plan %d, deaths that nobody asked for %d",
                noise.repeatedRecords(),
                noise.extraBursts(),
                noise.deathsUnasked());
        if (!noise.faults().isEmpty()) add(text, "  answers that were not success: %s", noise.faults());
        text.append(right ? "Nothing was lost, doubled or invented." : "NOT RIGHT: see the lines marked DIFFERENT.");
        return text.toString();
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency of its own
    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
