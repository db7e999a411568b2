package io.kempelen.task.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.task.batch.domain.Batch;
import io.kempelen.task.result.domain.ResultLine;
import io.kempelen.task.result.domain.ResultTask;
import io.kempelen.task.task.domain.Input;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the results of a batch as JSON lines, one answer each. */
@Component
class JsonResults {

    private static final byte[] LINE_FEED = {'\n'};

    private final ResultPages pages;
    private final JsonMapper json;

    JsonResults(ResultPages pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /** One line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String taskId,
            String taskTypeId,
            String batchId,
            String assignmentId,
            String workerId,
            String status,
            String reward,
            String currency,
            @Nullable Instant acceptedAt,
            Instant submittedAt,
            @Nullable Instant autoApprovalAt,
            @Nullable Instant approvedAt,
            @Nullable Instant rejectedAt,
            @Nullable Instant paidAt,
            @Nullable String feedback,
            long workSeconds,
            @Nullable Map<String, String> input,
            @Nullable List<Map<String, String>> inputs,
            Map<String, List<String>> answers) {}

    void write(Batch batch, OutputStream out) throws IOException {
        pages.walk(batch, page -> {
            for (var line : page.lines()) {
                out.write(json.writeValueAsBytes(line(batch, page.task(line), page.input(line), line)));
                out.write(LINE_FEED);
            }
            out.flush();
        });
    }

    private static Line line(Batch batch, ResultTask task, Input input, ResultLine line) {
        var named = input.byName();
        return new Line(
                task.taskId(),
                task.taskTypeId(),
                batch.batchId(),
                line.assignmentId(),
                line.workerId(),
                line.standing().name(),
                task.reward(),
                task.currency(),
                line.acceptedAt(),
                line.submittedAt(),
                line.autoApprovalAt(),
                line.approvedAt(),
                line.rejectedAt(),
                line.paidAt(),
                line.feedback(),
                line.workSeconds(),
                named.size() == 1 ? named.getFirst() : null,
                named.size() > 1 ? named : null,
                line.answers());
    }
}
