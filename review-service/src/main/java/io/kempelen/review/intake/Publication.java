package io.kempelen.review.intake;

import io.kempelen.review.docket.domain.Policy;
import io.kempelen.review.task.Task;
import org.jspecify.annotations.Nullable;

/** A task was published under a policy. */
record Publication(Task task, @Nullable String batchId, Policy policy, int places) {}
