package io.kempelen.review.intake;

import io.kempelen.review.docket.domain.Docket;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Something another service said about a task that changes how many answers may still come, or ends the task.
 *
 * @param eventId of the event that said it: it carries no running total, so it counts once by its id
 */
record PlaceChange(UUID eventId, String taskId, String requesterId, UnaryOperator<Docket> change) {}
