package io.kempelen.review.sitting;

import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.docket.domain.Finding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a sitting decided that others must hear of, in the order it was decided. */
sealed interface News {

    record Approved(Answer answer) implements News {}

    record Rejected(Answer answer) implements News {}

    /** One more answer is wanted in place of the rejected one, whose id the wish carries: it is made once. */
    record Wanted(String rejectedId, String taskId, String requesterId, Instant at) implements News {}

    record Found(String taskId, @Nullable String batchId, String requesterId, Finding finding) implements News {}
}
