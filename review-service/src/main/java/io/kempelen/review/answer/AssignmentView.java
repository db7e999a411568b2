package io.kempelen.review.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.review.answer.domain.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as its requester sees it; {@code answers} is absent where the answer is encrypted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssignmentView(
        String assignmentId,
        String taskId,
        @Nullable String batchId,
        String workerId,
        Answer.Status status,
        @Nullable Map<String, List<String>> answers,
        String reward,
        String currency,
        Instant acceptedAt,
        Instant submittedAt,
        Instant autoApprovalAt,
        Answer.@Nullable DecidedBy decidedBy,
        Answer.@Nullable Reason reason,
        @Nullable String feedback,
        @Nullable Instant decidedAt,
        boolean overridden,
        long number) {

    public static AssignmentView of(Answer answer) {
        return new AssignmentView(
                answer.assignmentId(),
                answer.taskId(),
                answer.batchId(),
                answer.workerId(),
                answer.status(),
                AnswerBody.fields(answer).orElse(null),
                Amounts.format(answer.reward(), answer.currency()),
                answer.currency(),
                answer.acceptedAt(),
                answer.submittedAt(),
                answer.dueAt(),
                answer.decidedBy(),
                answer.reason(),
                answer.feedback(),
                answer.decidedAt(),
                answer.overridden(),
                answer.number());
    }
}
