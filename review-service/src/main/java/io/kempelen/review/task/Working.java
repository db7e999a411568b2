package io.kempelen.review.task;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** An assignment somebody works on: it exists, but there is nothing to review yet. */
@MappedEntity("working")
public record Working(@Id String assignmentId, String taskId, String workerId, String requesterId) {}
