package io.kempelen.acceptance.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One audit: waits for rest, reads everything, judges. */
public final class Audit {

    private static final List<Rule> RULES = List.of(
            new WorkRule(),
            new VerdictRule(),
            new RewardRule(),
            new HoldRule(),
            new LedgerRule(),
            new CounterRule(),
            new PlumbingRule());
    private static final int TRIES = 3;

    private final Target target;
    private final Duration patience;

    public Audit(Target target, Duration patience) {
        this.target = target;
        this.patience = patience;
    }

    /**
     * @param events how many of each type there are
     * @param assignments how many assignments were followed from their place to their pay
     * @param accounts how many balances were compared
     */
    public record Report(Findings findings, Map<String, Long> events, int assignments, int accounts, double seconds) {

        @Override
        public String toString() {
            var text = new StringBuilder();
            events.forEach((type, count) -> text.append("  %8d %s%n".formatted(count, type)));
            long all = events.values().stream().mapToLong(Long::longValue).sum();
            text.append("  %d events, %d assignments, %d accounts audited in %.1f s%n"
                    .formatted(all, assignments, accounts, seconds));
            text.append(findings);
            text.append(
                    findings.none()
                            ? "  The auditor found nothing.\n"
                            : "  %d findings.%n".formatted(findings.all().size()));
            return text.toString();
        }
    }

    /** Opens its own connections. */
    public Report run() throws Exception {
        try (var stores = Stores.open(target)) {
            return run(stores);
        }
    }

    /** Waits until the platform rests; should it move while it is read, reads again. */
    public Report run(Stores stores) throws Exception {
        long began = System.nanoTime();
        try (var topics = new Topics(target)) {
            for (int tried = 1; ; tried++) {
                var moving = new Stillness(topics, stores).await(patience);
                var before = topics.ends();
                var report = judge(topics, stores, began);
                stores.refresh();
                boolean moved = !topics.ends().equals(before);
                if (report.findings().none() || !moved || tried == TRIES) {
                    moving.forEach(words -> report.findings().add("rest", "the platform", words));
                    return report;
                }
            }
        }
    }

    /** Judges what is there now, moving or not: with these connections, planted rows and all. */
    public Report judge(Stores stores) {
        try (var topics = new Topics(target)) {
            return judge(topics, stores, System.nanoTime());
        }
    }

    private Report judge(Topics topics, Stores stores, long began) {
        var findings = new Findings();
        topics.missing().forEach(name -> findings.add("event-form", name, "the topic does not exist"));
        var history = new History(findings);
        topics.read(topics.ends(), history::add, findings);
        history.close();
        var evidence = new Evidence(history, stores, Instant.now());
        for (var rule : RULES) rule.check(evidence, findings);
        return new Report(
                findings,
                new TreeMap<>(history.counts),
                history.works.size(),
                history.money.all().size(),
                (System.nanoTime() - began) / 1e9);
    }
}
