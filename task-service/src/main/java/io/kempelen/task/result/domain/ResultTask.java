package io.kempelen.task.result.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a result row repeats of its task. */
public record ResultTask(
        String taskId,
        String taskTypeId,
        String title,
        String description,
        String keywords,
        String reward,
        String currency,
        Instant createdAt,
        int places,
        @Nullable String annotation,
        long assignmentDurationSeconds,
        long autoApprovalDelaySeconds,
        Instant expiresAt,
        long lifetimeSeconds) {}
