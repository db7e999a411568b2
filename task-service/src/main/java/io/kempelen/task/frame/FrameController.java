package io.kempelen.task.frame;

import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.task.task.Tasks;
import io.kempelen.task.task.domain.Task;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Frames over HTTP. They are strangers' pages: sandboxed into an origin of no name, and told nothing by a referrer. */
@RestController
class FrameController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Tasks tasks;
    private final Frames frames;
    private final String origin;
    private final String sandbox;

    FrameController(
            Tasks tasks,
            Frames frames,
            @Value("${kempelen.frame.origin}") String origin,
            @Value("${kempelen.public-url}") String publicUrl) {
        this.tasks = tasks;
        this.frames = frames;
        this.origin = origin;
        this.sandbox =
                "sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads;"
                        + " frame-ancestors 'self' " + publicUrl;
    }

    /** What a worker works on; the gateway has checked the capability and says for which assignment. */
    @GetMapping("/internal/frames/{taskId}")
    ResponseEntity<String> frame(
            @PathVariable String taskId,
            Caller caller,
            @RequestParam @Nullable String assignmentId,
            @RequestParam @Nullable String turkSubmitTo) {
        var assignment = caller.assignmentId() != null ? caller.assignmentId() : assignmentId;
        if (assignment == null)
            throw Problem.invalid("assignmentId", "A frame belongs to an assignment.")
                    .exception();
        var submitTo = turkSubmitTo == null ? origin : turkSubmitTo;
        return answer(published(taskId), new FrameQuery(assignment, taskId, caller.accountId(), submitTo));
    }

    /** What anybody may look at before accepting; it cannot be submitted. */
    @GetMapping("/v1/tasks/{taskId}/preview")
    ResponseEntity<String> preview(@PathVariable String taskId, Caller caller) {
        var task = published(taskId);
        boolean own = task.requesterId().equals(caller.accountId());
        if (!own && !caller.is(Role.WORKER) && !caller.is(Role.OPERATOR))
            throw Problem.notFound("task", taskId).exception();
        return answer(task, new FrameQuery(FrameQuery.PREVIEW, taskId, null, origin));
    }

    private ResponseEntity<String> answer(Task task, FrameQuery query) {
        return switch (frames.render(task, query)) {
            case Frames.Frame.Html page ->
                guarded(HttpStatus.OK).contentType(HTML).body(page.html());
            case Frames.Frame.Elsewhere there ->
                guarded(HttpStatus.FOUND).location(URI.create(there.url())).build();
        };
    }

    private ResponseEntity.BodyBuilder guarded(HttpStatus status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", sandbox)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff");
    }

    private Task published(String taskId) {
        return tasks.findByTaskId(taskId)
                .filter(task -> task.state() != Task.State.DRAFT)
                .orElseThrow(() -> Problem.notFound("task", taskId).exception());
    }
}
