package io.kempelen.task.task;

import io.kempelen.task.funds.domain.Line;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.TaskTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens drafts to workers once their money is held, at the fee that was held for them. Runs in its caller's transaction. */
@Component
public class TaskPublishing {

    private final Tasks tasks;
    private final TaskTypes types;
    private final TaskPublisher publisher;

    TaskPublishing(Tasks tasks, TaskTypes types, TaskPublisher publisher) {
        this.tasks = tasks;
        this.types = types;
        this.publisher = publisher;
    }

    /** Publishes a draft whose expiry was promised to its requester already. */
    UUID publish(Task draft, List<Line> lines, Instant now) {
        var task = tasks.update(draft.published(now, fee(fees(lines), draft), draft.expiresAt()));
        return publisher
                .published(
                        List.of(task), types.findByTaskTypeId(task.taskTypeId()).orElseThrow(), now)
                .getFirst();
    }

    /** Publishes some drafts of a batch and returns how many; none are left when fewer than asked for. */
    public int publishSome(String batchId, List<Line> lines, Instant now, int most) {
        var drafts = tasks.lockDrafts(batchId, most);
        if (drafts.isEmpty()) return 0;
        var fees = fees(lines);
        var published = drafts.stream()
                .map(draft -> draft.published(now, fee(fees, draft), now.plusSeconds(draft.lifetimeSeconds())))
                .toList();
        tasks.updateAll(published);
        publisher.published(
                published,
                types.findByTaskTypeId(drafts.getFirst().taskTypeId()).orElseThrow(),
                now);
        return published.size();
    }

    private static Map<Integer, Long> fees(List<Line> lines) {
        var fees = new TreeMap<Integer, Long>();
        for (var line : lines) fees.put(line.assignmentsPerTask(), Objects.requireNonNull(line.fee()));
        return fees;
    }

    private static long fee(Map<Integer, Long> fees, Task draft) {
        return Objects.requireNonNull(fees.get(draft.places()), "A fee was held for every number of places");
    }
}
