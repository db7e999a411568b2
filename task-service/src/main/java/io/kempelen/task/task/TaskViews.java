package io.kempelen.task.task;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.task.task.domain.Input;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.RequirementInput;
import io.kempelen.task.tasktype.Requirements;
import io.kempelen.task.tasktype.TaskTypes;
import io.kempelen.task.tasktype.domain.TaskType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of tasks, reading types and inputs of a page at once. */
@Component
class TaskViews {

    private final TaskTypes types;
    private final TaskInputs inputs;
    private final Requirements requirements;
    private final InstantSource clock;

    TaskViews(TaskTypes types, TaskInputs inputs, Requirements requirements, InstantSource clock) {
        this.types = types;
        this.inputs = inputs;
        this.requirements = requirements;
        this.clock = clock;
    }

    TaskView of(Task task) {
        return all(List.of(task)).getFirst();
    }

    List<TaskView> all(List<Task> tasks) {
        if (tasks.isEmpty()) return List.of();
        var rows = inputs.rows(tasks.stream().map(Task::taskId).toList());
        var typesById = types
                .findByTaskTypeIdIn(
                        tasks.stream().map(Task::taskTypeId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(TaskType::taskTypeId, Function.identity()));
        var columns = tasks.stream()
                .map(Task::columnsId)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), inputs::columns));
        var now = clock.instant();
        return tasks.stream()
                .map(task -> view(
                        task,
                        Objects.requireNonNull(typesById.get(task.taskTypeId())),
                        input(task, columns, rows),
                        now))
                .toList();
    }

    private static Input input(Task task, Map<String, List<String>> columns, Map<String, List<List<String>>> rows) {
        if (task.columnsId() == null) return Input.NONE;
        return new Input(
                columns.getOrDefault(task.columnsId(), List.of()), rows.getOrDefault(task.taskId(), List.of()));
    }

    private TaskView view(Task task, TaskType type, Input input, Instant now) {
        var named = input.byName();
        return new TaskView(
                task.taskId(),
                task.taskTypeId(),
                task.projectId(),
                task.batchId(),
                task.status(now).name(),
                type.title(),
                type.description(),
                type.keywords(),
                Amounts.format(task.reward(), task.currency()),
                Amounts.format(task.fee(), task.currency()),
                task.currency(),
                task.places(),
                new TaskView.Counters(
                        task.available(),
                        task.pending(),
                        task.submitted(),
                        task.approved(),
                        task.rejected(),
                        task.decided()),
                type.assignmentDurationSeconds(),
                type.autoApprovalDelaySeconds(),
                requirements.read(type.requirements()).stream()
                        .map(RequirementInput::of)
                        .toList(),
                task.annotation(),
                named.size() == 1 ? named.getFirst() : null,
                named.size() > 1 ? named : null,
                task.createdAt(),
                task.expiresAt(),
                task.publishedAt(),
                task.completedAt(),
                null);
    }
}
