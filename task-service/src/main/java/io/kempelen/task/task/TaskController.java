package io.kempelen.task.task;

import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.task.question.domain.Placeholders;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.Accounts;
import io.kempelen.task.tasktype.TaskTypeService;
import io.kempelen.task.tasktype.domain.Unfit;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over HTTP, for their requesters. */
@RestController
@RequestMapping("/v1/tasks")
class TaskController {

    private static final int MOST_WARNINGS = 50;

    private final TaskService service;
    private final ClosingService closing;
    private final Tasks tasks;
    private final TaskViews views;
    private final TaskTypeService types;
    private final Accounts accounts;

    TaskController(
            TaskService service,
            ClosingService closing,
            Tasks tasks,
            TaskViews views,
            TaskTypeService types,
            Accounts accounts) {
        this.service = service;
        this.closing = closing;
        this.tasks = tasks;
        this.views = views;
        this.types = types;
        this.accounts = accounts;
    }

    @PostMapping
    ResponseEntity<?> create(@RequestBody TaskRequest request, Caller caller, Idempotency once) {
        caller.require(Role.REQUESTER);
        var properties = request.properties(accounts.currency(caller.accountId()));
        var question = request.page();
        var earlier = once.reserved();
        if (earlier.isPresent()) return repeated(earlier.get(), once, task -> created(task, List.of()));
        var draft = new Draft(
                caller.accountId(),
                types.findOrCreate(caller.accountId(), properties),
                null,
                question,
                request.values(),
                Objects.requireNonNullElse(request.places(), 1),
                Objects.requireNonNullElse(request.lifetimeSeconds(), 604_800L),
                request.annotation(),
                ReviewInput.rule(request.review()),
                null);
        var unknown = request.template() == null ? List.<String>of() : warnings(request.template(), draft.columns());
        return answer(service.create(draft, once::reserve), once::release, task -> created(task, unknown));
    }

    /** A repeat says what came of the first request, and no more than is known. */
    private ResponseEntity<?> repeated(String askId, Idempotency once, Function<Task, ResponseEntity<?>> done) {
        return service.earlier(askId)
                .<ResponseEntity<?>>map(outcome -> answer(outcome, () -> once.release(askId), done))
                .orElseGet(() -> TaskAnswers.noAnswer().response());
    }

    private static ResponseEntity<?> answer(
            TaskOutcome outcome, Runnable release, Function<Task, ResponseEntity<?>> done) {
        if (outcome instanceof TaskOutcome.Done published) return done.apply(published.task());
        release.run();
        return TaskAnswers.problem(outcome).response();
    }

    private ResponseEntity<?> created(Task task, List<String> warnings) {
        return ResponseEntity.created(URI.create("/v1/tasks/" + task.taskId()))
                .body(warnings.isEmpty() ? views.of(task) : views.of(task).warning(warnings));
    }

    private static List<String> warnings(String template, List<String> columns) {
        return Placeholders.unknown(template, columns).stream()
                .limit(MOST_WARNINGS)
                .map(name -> "The template's ${" + name + "} has no value and stays as it is.")
                .toList();
    }

    @GetMapping
    Page<TaskView> list(
            Caller caller,
            @RequestParam @Nullable String batchId,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        caller.require(Role.REQUESTER);
        int most = Page.limit(limit);
        var from = Cursor.decode(cursor);
        var found = batchId == null
                ? tasks.listPublished(caller.accountId(), Objects.requireNonNullElse(from, "~"), most + 1)
                : tasks.listBatch(caller.accountId(), batchId, Objects.requireNonNullElse(from, ""), most + 1);
        var page = Page.of(found, most, Task::taskId);
        return new Page<>(views.all(page.items()), page.nextCursor());
    }

    @GetMapping("/{taskId}")
    TaskView one(@PathVariable String taskId, Caller caller) {
        caller.require(Role.REQUESTER);
        return views.of(own(caller, taskId));
    }

    /** How many more places. */
    record Extension(@Nullable Integer places) {}

    @PostMapping("/{taskId}/extend")
    ResponseEntity<?> extend(
            @PathVariable String taskId, @RequestBody Extension extension, Caller caller, Idempotency once) {
        caller.require(Role.REQUESTER);
        int more = Objects.requireNonNullElse(extension.places(), 0);
        if (more < 1) throw new Unfit("places", "The field places says how many more there shall be: at least 1.");
        Function<Task, ResponseEntity<?>> extended = task -> ResponseEntity.ok(views.of(task));
        var earlier = once.reserved();
        if (earlier.isPresent()) return repeated(earlier.get(), once, extended);
        return answer(service.extend(caller.accountId(), taskId, more, null, once::reserve), once::release, extended);
    }

    /** From when on nobody may accept. */
    record Expiration(@Nullable Instant expiresAt) {}

    @PutMapping("/{taskId}/expiration")
    ResponseEntity<?> expire(@PathVariable String taskId, @RequestBody Expiration expiration, Caller caller) {
        caller.require(Role.REQUESTER);
        if (expiration.expiresAt() == null)
            throw new Unfit("expiresAt", "The field expiresAt is required, as an ISO 8601 time.");
        return answer(closing.expire(caller.accountId(), taskId, expiration.expiresAt()));
    }

    @DeleteMapping("/{taskId}")
    ResponseEntity<?> dispose(@PathVariable String taskId, Caller caller) {
        caller.require(Role.REQUESTER);
        return switch (closing.dispose(caller.accountId(), taskId)) {
            case TaskOutcome.Done done ->
                ResponseEntity.status(HttpStatus.NO_CONTENT).build();
            case TaskOutcome refused -> TaskAnswers.problem(refused).response();
        };
    }

    private ResponseEntity<?> answer(TaskOutcome outcome) {
        return switch (outcome) {
            case TaskOutcome.Done done -> ResponseEntity.ok(views.of(done.task()));
            case TaskOutcome refused -> TaskAnswers.problem(refused).response();
        };
    }

    private Task own(Caller caller, String taskId) {
        return tasks.findByTaskId(taskId)
                .filter(task -> task.requesterId().equals(caller.accountId()))
                .orElseThrow(() -> Problem.notFound("task", taskId).exception());
    }
}
