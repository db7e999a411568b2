package io.kempelen.task.tasktype.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** Properties that tasks share (MTurk: HITType). */
@MappedEntity
public record TaskType(
        @Id String taskTypeId,
        String requesterId,
        String digest,
        String title,
        String description,
        String keywords,
        long reward,
        String currency,
        long assignmentDurationSeconds,
        long autoApprovalDelaySeconds,
        // A JSON array; see Requirements.
        String requirements,
        Instant createdAt) {}
