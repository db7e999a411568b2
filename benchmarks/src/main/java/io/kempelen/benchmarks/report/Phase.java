package io.kempelen.benchmarks.report;

import io.kempelen.benchmarks.load.Timings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one phase showed.
 *
 * @param wantedPerSecond the fixed rate; 0 in the closed loop
 * @param lifecyclesPerSecond paid and counted: the smaller of the two rates
 * @param cpuMillisPerLifecycle processor time of each process, divided by the lifecycles
 * @param busyCores of the whole machine, whoever used them
 * @param paidPerInterval payments heard in each tenth of a minute, as a rate
 */
public record Phase(
        String name,
        double seconds,
        double wantedPerSecond,
        double lifecyclesPerSecond,
        double acceptedPerSecond,
        double submittedPerSecond,
        double paidPerSecond,
        double countedPerSecond,
        Map<Timings.Step, Timings.Latency> latencyMillis,
        Map<String, Double> cpuMillisPerLifecycle,
        double cpuMillisPerLifecycleInAll,
        double busyCores,
        int batchesPublished,
        List<Double> paidPerInterval) {

    public static Phase between(
            String name,
            double wanted,
            Reading from,
            Reading to,
            Map<Timings.Step, Timings.Latency> latencies,
            List<Double> intervals) {
        double seconds = (to.nanos() - from.nanos()) / 1e9;
        double paid = (to.paid() - from.paid()) / seconds;
        double counted = (to.counted() - from.counted()) / ((to.countedNanos() - from.countedNanos()) / 1e9);
        var cpu = cpu(from, to);
        return new Phase(
                name,
                round(seconds),
                round(wanted),
                round(Math.min(paid, counted)),
                round((to.accepted() - from.accepted()) / seconds),
                round((to.submitted() - from.submitted()) / seconds),
                round(paid),
                round(counted),
                latencies,
                cpu,
                round(cpu.values().stream().mapToDouble(millis -> millis).sum()),
                round((to.busySeconds() - from.busySeconds()) / seconds),
                to.batches() - from.batches(),
                intervals);
    }

    private static Map<String, Double> cpu(Reading from, Reading to) {
        double lifecycles = Math.max(1, to.paid() - from.paid());
        var millis = new LinkedHashMap<String, Double>();
        to.cpuSeconds()
                .forEach((name, seconds) -> millis.put(
                        name, round(1_000 * (seconds - from.cpuSeconds().getOrDefault(name, 0.0)) / lifecycles)));
        return millis;
    }

    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
