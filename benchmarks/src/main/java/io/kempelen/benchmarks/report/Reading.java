package io.kempelen.benchmarks.report;

import java.util.Map;

/** All counters at one moment; two of them make a phase. */
public record Reading(
        long nanos,
        long accepted,
        long submitted,
        long paid,
        Map<String, Double> cpuSeconds,
        double busySeconds,
        long countedNanos,
        long counted,
        int batches) {}
