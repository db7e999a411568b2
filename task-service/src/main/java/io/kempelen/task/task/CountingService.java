package io.kempelen.task.task;

import io.kempelen.messaging.wait.RowWatch;
import io.kempelen.task.task.domain.Change;
import io.kempelen.task.task.domain.Facts;
import io.kempelen.task.task.domain.Standing;
import io.kempelen.task.task.domain.Task;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the counters of tasks. A batch of events costs four statements, however many events it has: the tasks' rows are locked
 * in the order of their ids, which also guards the facts about their assignments, and each row is written once.
 */
@Service
class CountingService {

    private final Tasks tasks;
    private final TaskCounters counters;
    private final AssignmentFacts known;
    private final WantService wanting;
    private final TaskPublisher publisher;
    private final RowWatch watch;
    private final InstantSource clock;

    CountingService(
            Tasks tasks,
            TaskCounters counters,
            AssignmentFacts known,
            WantService wanting,
            TaskPublisher publisher,
            RowWatch watch,
            InstantSource clock) {
        this.tasks = tasks;
        this.counters = counters;
        this.known = known;
        this.wanting = wanting;
        this.publisher = publisher;
        this.watch = watch;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void count(Counting counting) {
        var ids = counting.taskIds();
        if (ids.isEmpty()) return;
        var before = new TreeMap<String, Task>();
        tasks.lockAll(ids).forEach(task -> before.put(task.taskId(), task));
        var after = new TreeMap<>(before);
        changes(counting, before)
                .forEach((id, change) -> after.computeIfPresent(id, (i, task) -> task.counted(change)));
        for (var closing : counting.closings()) {
            after.computeIfPresent(
                    closing.taskId(), (i, task) -> task.closedBy(closing.number(), closing.neverTaken()));
            watch.changed(closing.taskId());
        }
        for (var want : counting.wants()) wanting.want(want, after);
        settle(before, after);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void paid(List<AssignmentFacts.Paid> paid) {
        known.paid(paid);
    }

    /** Adds the facts to what is known, and says by how much each task's counters change. */
    private Map<String, Change> changes(Counting counting, Map<String, Task> tasksById) {
        if (counting.facts().isEmpty()) return Map.of();
        var facts = known.find(counting.assignmentIds());
        var standings = new HashMap<String, Standing>();
        facts.forEach((id, old) -> standings.put(id, old.standing()));
        for (var fact : counting.facts()) {
            facts.merge(fact.assignmentId(), Facts.none(fact).with(fact), (old, fresh) -> old.with(fact));
        }
        facts.replaceAll((id, one) -> Counting.inBatch(one, batchOf(one, tasksById)));
        known.saveAll(facts.values());
        var changes = new HashMap<String, Change>();
        facts.forEach((id, now) -> changes.merge(now.taskId(), now.since(standings.get(id)), Change::plus));
        return changes;
    }

    private static @org.jspecify.annotations.Nullable String batchOf(Facts facts, Map<String, Task> tasksById) {
        var task = tasksById.get(facts.taskId());
        return task == null ? null : task.batchId();
    }

    private void settle(Map<String, Task> before, Map<String, Task> after) {
        var now = clock.instant();
        var changed = new ArrayList<Task>();
        var completed = new ArrayList<Task>();
        after.forEach((id, task) -> {
            var settled = task.settled(now);
            var old = before.get(id);
            if (settled.equals(old)) return;
            changed.add(settled);
            if (settled.completedAt() != null && (old == null || old.completedAt() == null)) completed.add(settled);
        });
        counters.update(changed);
        publisher.completed(completed, now);
    }
}
