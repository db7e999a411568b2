package io.kempelen.task.task;

import io.kempelen.task.task.domain.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a single task begins: a draft with its own hold and nothing counted. */
final class NewTask {

    private NewTask() {}

    static Task of(Draft draft, String taskId, @Nullable String columnsId, String review, Instant now) {
        var type = draft.type();
        return new Task(
                taskId,
                draft.requesterId(),
                type.taskTypeId(),
                draft.projectId(),
                null,
                taskId,
                Task.State.DRAFT,
                draft.question().version(),
                columnsId,
                draft.annotation(),
                review,
                type.reward(),
                0,
                type.currency(),
                draft.places(),
                draft.lifetimeSeconds(),
                now,
                now.plusSeconds(draft.lifetimeSeconds()),
                null,
                null,
                null,
                false,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                false);
    }
}
