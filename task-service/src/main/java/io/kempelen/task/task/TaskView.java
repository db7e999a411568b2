package io.kempelen.task.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.task.tasktype.RequirementInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task as the native API shows it to its requester. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
        String taskId,
        String taskTypeId,
        @Nullable String projectId,
        @Nullable String batchId,
        String status,
        String title,
        String description,
        String keywords,
        String reward,
        String fee,
        String currency,
        int places,
        Counters counters,
        long assignmentDurationSeconds,
        long autoApprovalDelaySeconds,
        List<RequirementInput> requirements,
        @Nullable String annotation,
        @Nullable Map<String, String> input,
        @Nullable List<Map<String, String>> inputs,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant publishedAt,
        @Nullable Instant completedAt,
        @Nullable List<String> warnings) {

    /** Available, pending, submitted, approved and rejected add up to the places. */
    public record Counters(int available, int pending, int submitted, int approved, int rejected, int completed) {}

    TaskView warning(List<String> words) {
        return new TaskView(
                taskId,
                taskTypeId,
                projectId,
                batchId,
                status,
                title,
                description,
                keywords,
                reward,
                fee,
                currency,
                places,
                counters,
                assignmentDurationSeconds,
                autoApprovalDelaySeconds,
                requirements,
                annotation,
                input,
                inputs,
                createdAt,
                expiresAt,
                publishedAt,
                completedAt,
                words);
    }
}
