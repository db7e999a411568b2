package io.kempelen.task.task;

import io.kempelen.messaging.wait.RowWatch;
import io.kempelen.task.funds.FundsService;
import io.kempelen.task.funds.domain.Ask;
import io.kempelen.task.funds.domain.Line;
import io.kempelen.task.task.domain.Status;
import io.kempelen.task.task.domain.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends tasks and opens them again: expiry, review marks and disposal. Which places were never taken only assignment-service knows. */
@Service
public class ClosingService {

    private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(1);

    private final Tasks tasks;
    private final Wants wants;
    private final TaskPublisher publisher;
    private final FundsService funds;
    private final RowWatch watch;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ClosingService(
            Tasks tasks,
            Wants wants,
            TaskPublisher publisher,
            FundsService funds,
            RowWatch watch,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.tasks = tasks;
        this.wants = wants;
        this.publisher = publisher;
        this.funds = funds;
        this.watch = watch;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new expiry: in the past it closes the task, and its caller may rely on that; in the future it may open it again. */
    public TaskOutcome expire(String requesterId, String taskId, Instant until) {
        var now = clock.instant();
        if (!until.isAfter(now)) return expireNow(requesterId, taskId, now);
        awaitClosing(taskId);
        var begun = inLock(requesterId, taskId, task -> postpone(task, until));
        if (!(begun instanceof Asked asked)) return ((Settled) begun).outcome();
        return outcome(taskId, funds.await(asked.askId()));
    }

    private TaskOutcome expireNow(String requesterId, String taskId, Instant now) {
        var outcome = settle(requesterId, taskId, task -> {
            if (task.over(now)) return task;
            var expired = tasks.update(task.expiring(now));
            publisher.expirationChanged(expired, 0, now);
            return expired;
        });
        if (outcome instanceof TaskOutcome.Done) awaitClosing(taskId);
        return outcome instanceof TaskOutcome.Done
                ? new TaskOutcome.Done(tasks.findByTaskId(taskId).orElseThrow())
                : outcome;
    }

    private Begun postpone(Task task, Instant until) {
        if (task.state() != Task.State.PUBLISHED) return wrong(task);
        if (funds.openPlaces(task.taskId(), Ask.Purpose.REOPENING) > 0) return new Settled(new TaskOutcome.NotYet());
        if (task.released() > 0) return new Asked(askAgain(task, until).askId());
        var now = clock.instant();
        if (task.isClosing(now)) return new Settled(new TaskOutcome.NotYet());
        var later = tasks.update(task.over(now) ? task.reopened(until, 0).settled(now) : task.expiring(until));
        publisher.expirationChanged(later, 0, now);
        return new Settled(new TaskOutcome.Done(later));
    }

    /** The money of places never taken went back when the task closed, so it is asked for once more. */
    private Ask askAgain(Task task, Instant until) {
        return funds.ask(new FundsService.Wish(
                Ask.Purpose.REOPENING,
                task.requesterId(),
                task.fundsId(),
                task.taskId(),
                task.released(),
                until,
                task.currency(),
                List.of(Line.asked(
                        task.reward(), task.released(), task.places() - wants.replacements(task.taskId())))));
    }

    private TaskOutcome outcome(String taskId, Ask ask) {
        return switch (ask.status()) {
            case HELD -> new TaskOutcome.Done(tasks.findByTaskId(taskId).orElseThrow());
            case DECLINED ->
                new TaskOutcome.Declined(
                        Objects.requireNonNullElse(ask.required(), 0L),
                        Objects.requireNonNullElse(ask.available(), 0L),
                        ask.currency());
            case WITHDRAWN, ASKED -> new TaskOutcome.NoAnswer();
        };
    }

    /** MTurk: DeleteHIT. Possible once nobody works on it and all answers are decided. */
    public TaskOutcome dispose(String requesterId, String taskId) {
        awaitClosing(taskId);
        var begun = inLock(requesterId, taskId, task -> {
            var now = clock.instant();
            var status = task.status(now);
            if (status != Status.REVIEWABLE && status != Status.REVIEWING) return wrong(task);
            if (task.submitted() > 0) return new Settled(new TaskOutcome.Undecided(task));
            var disposed = tasks.update(task.disposed(now));
            publisher.disposed(disposed, now);
            return new Settled(new TaskOutcome.Done(disposed));
        });
        return ((Settled) begun).outcome();
    }

    /** MTurk: UpdateHITReviewStatus. */
    public TaskOutcome review(String requesterId, String taskId, boolean reviewing) {
        var begun = inLock(requesterId, taskId, task -> {
            var wanted = reviewing ? Status.REVIEWABLE : Status.REVIEWING;
            if (task.status(clock.instant()) != wanted) return wrong(task);
            return new Settled(new TaskOutcome.Done(tasks.update(task.reviewing(reviewing))));
        });
        return ((Settled) begun).outcome();
    }

    private TaskOutcome settle(String requesterId, String taskId, Function<Task, Task> change) {
        var begun = inLock(requesterId, taskId, task -> {
            if (task.state() != Task.State.PUBLISHED) return wrong(task);
            return new Settled(new TaskOutcome.Done(change.apply(task)));
        });
        return ((Settled) begun).outcome();
    }

    /** Settled within the transaction, or money was asked for. */
    private sealed interface Begun {}

    private record Settled(TaskOutcome outcome) implements Begun {}

    private record Asked(String askId) implements Begun {}

    private Settled wrong(Task task) {
        return new Settled(new TaskOutcome.WrongStatus(task, task.status(clock.instant())));
    }

    private Begun inLock(String requesterId, String taskId, Function<Task, Begun> work) {
        @Nullable
        Begun begun = transaction.execute(status -> tasks.lock(taskId)
                .filter(task -> task.requesterId().equals(requesterId))
                .map(work)
                .orElseGet(() -> new Settled(new TaskOutcome.NotFound(taskId))));
        return Objects.requireNonNull(begun);
    }

    /** Expired, but assignment-service has not said yet what became of its places: it will in a moment. */
    private void awaitClosing(String taskId) {
        watch.await(
                taskId,
                CLOSING_PATIENCE,
                () -> tasks.findByTaskId(taskId)
                        .map(task -> task.closed()
                                || task.state() != Task.State.PUBLISHED
                                || task.expiresAt().isAfter(clock.instant()))
                        .filter(known -> known));
    }
}
