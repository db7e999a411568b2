package io.kempelen.task.batch;

import io.kempelen.task.batch.domain.Batch;
import io.kempelen.task.project.domain.Project;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.domain.TaskType;

/** What all drafts of a batch have in common. */
final class BatchTask {

    private BatchTask() {}

    static Task pattern(Batch batch, Project project, TaskType type, String columnsId) {
        var now = batch.createdAt();
        return new Task(
                "",
                batch.requesterId(),
                type.taskTypeId(),
                project.projectId(),
                batch.batchId(),
                batch.batchId(),
                Task.State.DRAFT,
                project.templateVersion(),
                columnsId,
                "BatchId:" + batch.batchId() + ";OriginalHitTemplateId:" + project.projectId() + ";",
                project.review(),
                type.reward(),
                0,
                type.currency(),
                0,
                project.lifetimeSeconds(),
                now,
                now.plusSeconds(project.lifetimeSeconds()),
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
