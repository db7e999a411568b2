package io.kempelen.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the generator itself has done and heard; the platform's totals are held against it. */
public final class Tally {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder submitted = new LongAdder();
    private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();

    public void accept() {
        accepted.increment();
    }

    public void submit() {
        submitted.increment();
    }

    public void fault(String kind) {
        faults.computeIfAbsent(kind, fresh -> new LongAdder()).increment();
    }

    public long accepted() {
        return accepted.sum();
    }

    public long submitted() {
        return submitted.sum();
    }

    public Map<String, Long> faults() {
        var sums = new TreeMap<String, Long>();
        faults.forEach((kind, count) -> sums.put(kind, count.sum()));
        return sums;
    }
}
