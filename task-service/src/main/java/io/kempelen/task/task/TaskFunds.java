package io.kempelen.task.task;

import io.kempelen.task.funds.FundsUse;
import io.kempelen.task.funds.domain.Ask;
import io.kempelen.task.funds.domain.Line;
import io.kempelen.task.task.domain.Growth;
import io.kempelen.task.task.domain.Task;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens to a task when the money it asked for is held, or is not. */
@Component
class TaskFunds implements FundsUse {

    private final Tasks tasks;
    private final TaskInputs inputs;
    private final RequestTokens tokens;
    private final Wants wants;
    private final TaskPublishing publishing;
    private final TaskPublisher publisher;
    private final InstantSource clock;

    TaskFunds(
            Tasks tasks,
            TaskInputs inputs,
            RequestTokens tokens,
            Wants wants,
            TaskPublishing publishing,
            TaskPublisher publisher,
            InstantSource clock) {
        this.tasks = tasks;
        this.inputs = inputs;
        this.tokens = tokens;
        this.wants = wants;
        this.publishing = publishing;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public Set<Ask.Purpose> purposes() {
        return Set.of(Ask.Purpose.TASK, Ask.Purpose.EXTENSION, Ask.Purpose.REOPENING, Ask.Purpose.REPLACEMENT);
    }

    @Override
    public @Nullable UUID held(Ask ask, List<Line> lines) {
        var task = tasks.lock(ask.subjectId()).orElseThrow();
        return switch (ask.purpose()) {
            case TASK -> publishing.publish(task, lines, clock.instant());
            case EXTENSION -> extend(task, ask.places());
            case REOPENING -> reopen(task, ask);
            case REPLACEMENT -> replace(task, ask);
            case BATCH -> throw new IllegalStateException("A batch is no task");
        };
    }

    private UUID extend(Task task, int more) {
        var extended = tasks.update(task.extended(more));
        return publisher.extended(extended, more, Growth.REQUESTER, clock.instant());
    }

    private UUID reopen(Task task, Ask ask) {
        var reopened = tasks.update(task.reopened(Objects.requireNonNull(ask.expiresAt()), ask.places()));
        return publisher.expirationChanged(reopened, ask.places(), clock.instant());
    }

    private UUID replace(Task task, Ask ask) {
        var want = wants.findByAsk(ask.askId()).orElseThrow();
        wants.answered(ask.askId(), true);
        var extended = tasks.update(task.wanting(-want.count()).extended(want.count()));
        return publisher.extended(extended, want.count(), want.reason(), clock.instant());
    }

    @Override
    public void refused(Ask ask) {
        tokens.free(ask.askId());
        switch (ask.purpose()) {
            case TASK -> forget(ask.subjectId());
            case REPLACEMENT -> unwanted(ask);
            case EXTENSION, REOPENING, BATCH -> {} // the task stays as it is
        }
    }

    private void forget(String taskId) {
        inputs.drop(taskId);
        tasks.deleteDraft(taskId);
    }

    /** Without the money the task goes on without the answers that were wanted, and may be complete now. */
    private void unwanted(Ask ask) {
        var want = wants.findByAsk(ask.askId()).orElseThrow();
        wants.answered(ask.askId(), false);
        var now = clock.instant();
        var task = tasks.lock(ask.subjectId()).orElseThrow();
        var settled = tasks.update(task.wanting(-want.count()).settled(now));
        if (settled.completedAt() != null && task.completedAt() == null) publisher.completed(List.of(settled), now);
    }
}
