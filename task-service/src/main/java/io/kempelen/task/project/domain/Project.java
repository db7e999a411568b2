package io.kempelen.task.project.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A kind of work as its requester described it; files of rows turn it into tasks. */
@MappedEntity
public record Project(
        @Id String projectId,
        String requesterId,
        String name,
        String taskTypeId,
        String templateVersion,
        long lifetimeSeconds,
        int placesPerTask,
        String review,
        String decomposition,
        Instant createdAt) {}
