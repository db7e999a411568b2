package io.kempelen.task.project;

import io.kempelen.task.task.ReviewInput;
import io.kempelen.task.tasktype.RequirementInput;
import java.time.Instant;
import java.util.List;

/** A project as the native API shows it. */
record ProjectView(
        String projectId,
        String name,
        String taskTypeId,
        String title,
        String description,
        String keywords,
        String reward,
        String currency,
        long assignmentDurationSeconds,
        long autoApprovalDelaySeconds,
        long lifetimeSeconds,
        int placesPerTask,
        List<RequirementInput> requirements,
        ReviewInput review,
        DecompositionInput decomposition,
        String templateVersion,
        Instant createdAt) {}
