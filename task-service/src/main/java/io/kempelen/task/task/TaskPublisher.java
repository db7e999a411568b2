package io.kempelen.task.task;

import io.kempelen.events.Dissent;
import io.kempelen.events.ExtensionReason;
import io.kempelen.events.Money;
import io.kempelen.events.ReviewPolicy;
import io.kempelen.events.ReviewPolicyKind;
import io.kempelen.events.TaskCompleted;
import io.kempelen.events.TaskDisposed;
import io.kempelen.events.TaskExpirationChanged;
import io.kempelen.events.TaskExtended;
import io.kempelen.events.TaskPublished;
import io.kempelen.messaging.outbox.Keyed;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.task.task.domain.Growth;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.TaskTypePublisher;
import io.kempelen.task.tasktype.domain.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells of tasks. Whoever calls holds the lock of the task's row, so that its events leave in the order they happened. */
@Component
class TaskPublisher {

    private final Outbox outbox;
    private final ReviewRules rules;
    private final TaskTypePublisher types;

    TaskPublisher(Outbox outbox, ReviewRules rules, TaskTypePublisher types) {
        this.outbox = outbox;
        this.rules = rules;
        this.types = types;
    }

    List<UUID> published(List<Task> tasks, TaskType type, Instant at) {
        return outbox.appendAll(tasks.stream()
                .map(task -> new Keyed(task.taskId(), published(task, type, at)))
                .toList());
    }

    UUID extended(Task task, int more, Growth why, Instant at) {
        return outbox.append(
                task.taskId(),
                new TaskExtended(
                        task.taskId(),
                        task.requesterId(),
                        more,
                        task.places(),
                        ExtensionReason.valueOf(why.name()),
                        at));
    }

    UUID expirationChanged(Task task, int reopened, Instant at) {
        return outbox.append(
                task.taskId(),
                new TaskExpirationChanged(task.taskId(), task.requesterId(), task.expiresAt(), reopened, at));
    }

    UUID disposed(Task task, Instant at) {
        return outbox.append(task.taskId(), new TaskDisposed(task.taskId(), task.requesterId(), at));
    }

    void completed(List<Task> tasks, Instant at) {
        outbox.appendAll(tasks.stream()
                .map(task -> new Keyed(
                        task.taskId(),
                        new TaskCompleted(
                                task.taskId(),
                                task.batchId(),
                                task.requesterId(),
                                task.approved(),
                                task.rejected(),
                                at)))
                .toList());
    }

    private TaskPublished published(Task task, TaskType type, Instant at) {
        return TaskPublished.newBuilder()
                .setTaskId(task.taskId())
                .setTaskTypeId(type.taskTypeId())
                .setProjectId(task.projectId())
                .setBatchId(task.batchId())
                .setRequesterId(task.requesterId())
                .setFundsId(task.fundsId())
                .setTitle(type.title())
                .setDescription(type.description())
                .setKeywords(type.keywords())
                .setReward(new Money(task.reward(), task.currency()))
                .setFee(new Money(task.fee(), task.currency()))
                .setPlaces(task.places())
                .setAssignmentDurationSeconds(type.assignmentDurationSeconds())
                .setAutoApprovalDelaySeconds(type.autoApprovalDelaySeconds())
                .setRequirements(types.requirements(type))
                .setReviewPolicy(policy(task))
                .setTemplateVersion(task.questionVersion())
                .setExpiresAt(task.expiresAt())
                .setPublishedAt(at)
                .build();
    }

    private ReviewPolicy policy(Task task) {
        var rule = rules.read(task.review());
        return new ReviewPolicy(
                ReviewPolicyKind.valueOf(rule.policy().name()),
                rule.fields(),
                Dissent.valueOf(rule.dissent().name()),
                rule.replaceRejected());
    }
}
