package io.kempelen.assignment.worker;

import io.kempelen.assignment.qualification.domain.Region;
import io.kempelen.assignment.worker.Verdicts.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is known of workers. */
@Service
class WorkerService {

    private final Workers workers;
    private final Verdicts verdicts;

    WorkerService(Workers workers, Verdicts verdicts) {
        this.workers = workers;
        this.verdicts = verdicts;
    }

    /** What came of a worker's own words. */
    sealed interface DescribeOutcome {

        record Described(Profile profile) implements DescribeOutcome {}

        record LocaleIsFixed(Region stated) implements DescribeOutcome {}
    }

    public Profile profile(String workerId) {
        return workers.find(workerId).orElseGet(() -> Profile.unknown(workerId));
    }

    @Transactional
    public DescribeOutcome describe(String workerId, @Nullable Region region, @Nullable Boolean adult) {
        var known = profile(workerId);
        var stated = known.statedBy() == Profile.StatedBy.OPERATOR ? known.region() : null;
        if (stated != null && region != null && !stated.equals(region))
            return new DescribeOutcome.LocaleIsFixed(stated);
        var described = stated == null ? known.in(region, adult) : known.grownUp(adult);
        workers.describe(described);
        return new DescribeOutcome.Described(described);
    }

    @Transactional
    public void open(List<Profile> opened) {
        workers.open(
                opened.stream().sorted(Comparator.comparing(Profile::workerId)).toList());
    }

    @Transactional
    public void suspend(String workerId, boolean suspended, Instant at) {
        workers.suspend(workerId, suspended, at);
    }

    /** Counts each answer under its last verdict, however often and in however many pieces verdicts are delivered. */
    @Transactional
    public void judge(List<Verdict> delivered) {
        if (delivered.isEmpty()) return;
        var last = new TreeMap<String, Verdict>();
        delivered.forEach(verdict -> last.merge(verdict.assignmentId(), verdict, WorkerService::later));
        var before = verdicts.lock(last.keySet());
        var judged = new TreeMap<String, Workers.Judged>();
        last.values().removeIf(verdict -> {
            var known = before.get(verdict.assignmentId());
            return known != null && known.number() >= verdict.number();
        });
        for (var verdict : last.values()) {
            judged.merge(verdict.workerId(), verdict.counted(), Workers.Judged::plus);
            var known = before.get(verdict.assignmentId());
            if (known != null) judged.merge(known.workerId(), known.uncounted(), Workers.Judged::plus);
        }
        verdicts.saveAll(List.copyOf(last.values()));
        workers.count(judged);
    }

    private static Verdict later(Verdict one, Verdict other) {
        return one.number() > other.number() ? one : other;
    }
}
