package io.kempelen.task.result.domain;

import io.kempelen.task.task.domain.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer of one worker, with all that belongs to it. */
public record ResultLine(
        String assignmentId,
        String taskId,
        String workerId,
        Standing standing,
        @Nullable Instant acceptedAt,
        Instant submittedAt,
        @Nullable Instant autoApprovalAt,
        @Nullable Instant approvedAt,
        @Nullable Instant rejectedAt,
        @Nullable Instant paidAt,
        @Nullable String feedback,
        Map<String, String> input,
        Map<String, List<String>> answers) {

    public ResultLine with(Map<String, String> shown) {
        return new ResultLine(
                assignmentId,
                taskId,
                workerId,
                standing,
                acceptedAt,
                submittedAt,
                autoApprovalAt,
                approvedAt,
                rejectedAt,
                paidAt,
                feedback,
                shown,
                answers);
    }

    public long workSeconds() {
        return acceptedAt == null
                ? 0
                : Duration.between(acceptedAt, submittedAt).toSeconds();
    }
}
