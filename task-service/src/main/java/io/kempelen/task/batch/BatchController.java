package io.kempelen.task.batch;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.task.batch.domain.BadFile;
import io.kempelen.task.batch.domain.Batch;
import io.kempelen.task.project.Projects;
import io.kempelen.task.project.domain.Project;
import io.kempelen.task.task.TaskAnswers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files of rows over HTTP, and how far their tasks are. */
@RestController
class BatchController {

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final BatchService service;
    private final Batches batches;
    private final Projects projects;
    private final Progress progress;
    private final JsonMapper json;

    BatchController(BatchService service, Batches batches, Projects projects, Progress progress, JsonMapper json) {
        this.service = service;
        this.batches = batches;
        this.projects = projects;
        this.progress = progress;
        this.json = json;
    }

    /** The file is the body, streamed. */
    @PostMapping("/v1/projects/{projectId}/batches")
    ResponseEntity<?> publish(
            @PathVariable String projectId, Caller caller, Idempotency once, HttpServletRequest request)
            throws IOException {
        caller.require(Role.REQUESTER);
        var project = projects.findByProjectIdAndRequesterId(projectId, caller.accountId())
                .orElseThrow(() -> Problem.notFound("project", projectId).exception());
        var earlier = once.reserved();
        if (earlier.isPresent()) {
            var first = batches.findByBatchIdAndRequesterId(earlier.get(), caller.accountId());
            if (first.isPresent()) return repeated(first.get());
            once.release(earlier.get()); // its replica died and left nothing: this request is the first
        }
        return publish(project, request, once);
    }

    private ResponseEntity<?> publish(Project project, HttpServletRequest request, Idempotency once)
            throws IOException {
        boolean funded = false;
        try {
            var outcome = service.publish(project, request.getInputStream(), once::reserve);
            funded = outcome instanceof BatchOutcome.Funded;
            return answer(outcome);
        } finally {
            if (!funded) once.release();
        }
    }

    /** The first request's batch is read or funded, or there already. */
    private ResponseEntity<?> repeated(Batch first) {
        return first.visible() ? created(first) : Idempotency.inProgress().response();
    }

    private ResponseEntity<?> answer(BatchOutcome outcome) {
        return switch (outcome) {
            case BatchOutcome.Funded funded -> created(funded.batch());
            case BatchOutcome.Declined poor ->
                TaskAnswers.insufficient(poor.required(), poor.available(), poor.currency())
                        .response();
            case BatchOutcome.OtherCurrency other ->
                TaskAnswers.otherCurrency(other.account(), other.project()).response();
            case BatchOutcome.NoAnswer none -> TaskAnswers.noAnswer().response();
        };
    }

    private ResponseEntity<?> created(Batch batch) {
        return ResponseEntity.created(URI.create("/v1/batches/" + batch.batchId()))
                .body(view(batch));
    }

    @GetMapping("/v1/batches")
    Page<BatchView> list(Caller caller, @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        caller.require(Role.REQUESTER);
        int most = Page.limit(limit);
        var before = Objects.requireNonNullElse(Cursor.decode(cursor), "~");
        return Page.of(batches.list(caller.accountId(), before, most + 1), most, Batch::batchId)
                .map(this::view);
    }

    @GetMapping("/v1/batches/{batchId}")
    BatchView one(@PathVariable String batchId, Caller caller) {
        caller.require(Role.REQUESTER);
        return view(own(caller, batchId));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bad(BadFile file) {
        var problem = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "bad-csv", file.sentence())
                .with("row", file.row())
                .with("line", file.line());
        var column = file.column();
        return (column == null ? problem : problem.with("column", column).with("field", column)).response();
    }

    private Batch own(Caller caller, String batchId) {
        return batches.findByBatchIdAndRequesterId(batchId, caller.accountId())
                .filter(Batch::visible)
                .orElseThrow(() -> Problem.notFound("batch", batchId).exception());
    }

    private BatchView view(Batch batch) {
        var counts = progress.of(batch.batchId());
        boolean complete = counts.tasks() > 0 && counts.completedTasks() == counts.tasks();
        var status = complete ? Batch.Status.COMPLETED : open(batch.status());
        return new BatchView(
                batch.batchId(),
                batch.projectId(),
                status.name(),
                batch.rowCount(),
                counts.tasks(),
                counts.places(),
                counts.published(),
                counts.available(),
                counts.pending(),
                counts.submitted(),
                counts.approved(),
                counts.rejected(),
                counts.paid(),
                counts.completedTasks(),
                cost(batch),
                json.readValue(batch.warnings(), STRINGS),
                batch.createdAt(),
                batch.publishedAt(),
                batch.completedAt());
    }

    /** A task of a completed batch may have been extended since. */
    private static Batch.Status open(Batch.Status status) {
        return status == Batch.Status.COMPLETED ? Batch.Status.PUBLISHED : status;
    }

    private static BatchView.Cost cost(Batch batch) {
        return new BatchView.Cost(
                Amounts.format(batch.rewardTotal(), batch.currency()),
                Amounts.format(batch.feeTotal(), batch.currency()),
                Amounts.format(batch.rewardTotal() + batch.feeTotal(), batch.currency()),
                batch.currency());
    }
}
