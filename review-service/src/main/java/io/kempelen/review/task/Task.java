package io.kempelen.review.task;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A published task as its answers' readers are shown it; {@code requirements} is JSON in MTurk's spelling. */
@MappedEntity("task")
public record Task(
        @Id String taskId,
        String taskTypeId,
        String requesterId,
        String title,
        String description,
        String keywords,
        long reward,
        String currency,
        long assignmentDurationSeconds,
        long autoApprovalDelaySeconds,
        String requirements,
        Instant expiresAt,
        Instant publishedAt) {}
