package io.kempelen.task.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch as the native API shows it: what became of the file, and how far its tasks are. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchView(
        String batchId,
        String projectId,
        String status,
        int rows,
        int tasks,
        long places,
        int publishedTasks,
        long available,
        long pending,
        long submitted,
        long approved,
        long rejected,
        long paid,
        int completedTasks,
        Cost cost,
        List<String> warnings,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant completedAt) {

    /** What was held when the batch was published. */
    record Cost(String reward, String fee, String total, String currency) {}
}
