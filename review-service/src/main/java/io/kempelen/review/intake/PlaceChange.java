package io.kempelen.review.intake;

import io.kempelen.review.docket.domain.Docket;
import java.util.function.UnaryOperator;

/** Something another service said about a task that changes how many answers may still come, or ends the task. */
record PlaceChange(String taskId, String requesterId, UnaryOperator<Docket> change) {}
