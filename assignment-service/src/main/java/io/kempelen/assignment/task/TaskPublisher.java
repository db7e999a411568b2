package io.kempelen.assignment.task;

import io.kempelen.assignment.task.domain.Task;
import io.kempelen.events.Money;
import io.kempelen.events.TaskClosed;
import io.kempelen.messaging.outbox.Keyed;
import io.kempelen.messaging.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells that tasks are closed, which frees the money of places never taken. */
@Component
class TaskPublisher {

    private final Outbox outbox;

    TaskPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void closed(List<Task> tasks, Map<String, Integer> neverTaken, Map<String, Integer> pending, Instant at) {
        outbox.appendAll(tasks.stream()
                .map(task -> new Keyed(
                        task.taskId(),
                        closed(
                                task,
                                neverTaken.getOrDefault(task.taskId(), 0),
                                pending.getOrDefault(task.taskId(), 0),
                                at)))
                .toList());
    }

    private static TaskClosed closed(Task task, int neverTaken, int pending, Instant at) {
        var price = task.price();
        return TaskClosed.newBuilder()
                .setTaskId(task.taskId())
                .setRequesterId(task.requesterId())
                .setFundsId(task.fundsId())
                .setReward(new Money(price.rewardMinor(), price.currency()))
                .setFee(new Money(price.feeMinor(), price.currency()))
                .setClosing(task.closing())
                .setNeverTaken(neverTaken)
                .setPending(pending)
                .setClosedAt(at)
                .build();
    }
}
