package io.kempelen.task.task;

import io.kempelen.messaging.id.Ids;
import io.kempelen.task.funds.FundsService;
import io.kempelen.task.funds.domain.Ask;
import io.kempelen.task.funds.domain.Line;
import io.kempelen.task.question.Questions;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.Accounts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes and extends tasks: what costs money is asked for first, and waited for outside of any transaction. */
@Service
public class TaskService {

    private static final Duration TOKEN_MEMORY = Duration.ofDays(1);

    private final Tasks tasks;
    private final TaskInputs inputs;
    private final Questions questions;
    private final ReviewRules rules;
    private final RequestTokens tokens;
    private final Wants wants;
    private final Accounts accounts;
    private final FundsService funds;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final InstantSource clock;

    TaskService(
            Tasks tasks,
            TaskInputs inputs,
            Questions questions,
            ReviewRules rules,
            RequestTokens tokens,
            Wants wants,
            Accounts accounts,
            FundsService funds,
            TransactionTemplate transaction,
            Ids ids,
            InstantSource clock) {
        this.tasks = tasks;
        this.inputs = inputs;
        this.questions = questions;
        this.rules = rules;
        this.tokens = tokens;
        this.wants = wants;
        this.accounts = accounts;
        this.funds = funds;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** How far a request got within its transaction: it asked for money, or somebody with its token was first. */
    private sealed interface Begun {
        record Asked(String taskId, Ask ask) implements Begun {}

        record Taken(String subjectId, @Nullable String askId) implements Begun {}

        record Refused(TaskOutcome outcome) implements Begun {}
    }

    public TaskOutcome create(Draft draft) {
        return create(draft, askId -> {});
    }

    /** Creates a task; {@code claim} runs in its transaction, with the id of the question for its money. */
    public TaskOutcome create(Draft draft, Consumer<String> claim) {
        draft.checked();
        var own = accounts.currency(draft.requesterId());
        var paid = draft.type().currency();
        return own.equals(paid) ? waitFor(() -> begin(draft, claim)) : new TaskOutcome.OtherCurrency(own, paid);
    }

    private TaskOutcome waitFor(java.util.function.Supplier<Begun> work) {
        while (true) {
            switch (Objects.requireNonNull(transaction.execute(status -> work.get()))) {
                case Begun.Refused refused -> {
                    return refused.outcome();
                }
                case Begun.Asked asked -> {
                    return outcome(asked.taskId(), funds.await(asked.ask().askId()));
                }
                case Begun.Taken taken -> {
                    if (!cameToNothing(taken.askId())) return new TaskOutcome.TokenUsed(taken.subjectId());
                }
            }
        }
    }

    /** The first user of a token may still fail; then the token is free and the second one is the first. */
    private boolean cameToNothing(@Nullable String askId) {
        if (askId == null) return false;
        return funds.awaitOther(askId)
                .map(ask -> ask.status() != Ask.Status.HELD)
                .orElse(false);
    }

    private TaskOutcome outcome(String taskId, Ask ask) {
        return switch (ask.status()) {
            case HELD -> new TaskOutcome.Done(tasks.findByTaskId(taskId).orElseThrow());
            case DECLINED -> declined(ask);
            case WITHDRAWN, ASKED -> new TaskOutcome.NoAnswer();
        };
    }

    /** What the account is in may have become known only after the question was asked. */
    private TaskOutcome declined(Ask ask) {
        var own = accounts.currency(ask.requesterId());
        return own.equals(ask.currency())
                ? new TaskOutcome.Declined(number(ask.required()), number(ask.available()), ask.currency())
                : new TaskOutcome.OtherCurrency(own, ask.currency());
    }

    private static long number(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private Begun begin(Draft draft, Consumer<String> claim) {
        var taskId = ids.next();
        var used = claimed(draft.requesterId(), draft.token(), taskId);
        if (used.isPresent())
            return new Begun.Taken(used.get().subjectId(), used.get().askId());
        var task = save(draft, taskId);
        var line = Line.asked(task.reward(), task.places(), task.places());
        var ask = funds.ask(wish(Ask.Purpose.TASK, task, task.places(), line));
        claim.accept(ask.askId());
        bind(draft.requesterId(), draft.token(), ask);
        return new Begun.Asked(taskId, ask);
    }

    private Task save(Draft draft, String taskId) {
        var question = draft.question();
        questions.keep(question.version(), question.kind(), question.body());
        var columnsId = draft.input().isEmpty() ? null : inputs.keepColumns(draft.columns());
        if (columnsId != null) inputs.keepOne(taskId, draft.cells());
        return tasks.save(NewTask.of(draft, taskId, columnsId, rules.write(draft.review()), clock.instant()));
    }

    /** What came of the question for money that an earlier request asked; nothing while that is still open. */
    public Optional<TaskOutcome> earlier(String askId) {
        return funds.awaitOther(askId).map(ask -> outcome(ask.subjectId(), ask));
    }

    /** More places for a task that is open. */
    public TaskOutcome extend(String requesterId, String taskId, int more, @Nullable String token) {
        return extend(requesterId, taskId, more, token, askId -> {});
    }

    public TaskOutcome extend(
            String requesterId, String taskId, int more, @Nullable String token, Consumer<String> claim) {
        return waitFor(() -> {
            var task = tasks.lock(taskId)
                    .filter(found -> found.requesterId().equals(requesterId))
                    .orElse(null);
            if (task == null) return new Begun.Refused(new TaskOutcome.NotFound(taskId));
            int bought = task.places() - wants.replacements(taskId);
            var refused = refused(task, bought, growth(task, more));
            if (refused.isPresent()) return new Begun.Refused(refused.get());
            var used = claimed(requesterId, token, taskId);
            if (used.isPresent())
                return new Begun.Taken(used.get().subjectId(), used.get().askId());
            var ask = funds.ask(wish(Ask.Purpose.EXTENSION, task, more, Line.asked(task.reward(), more, bought)));
            claim.accept(ask.askId());
            bind(requesterId, token, ask);
            return new Begun.Asked(taskId, ask);
        });
    }

    /** With what is being asked for already, so that two who ask at once cannot slip past a limit together. */
    private long growth(Task task, int more) {
        return wants.growth(task.taskId()) + funds.openPlaces(task.taskId(), Ask.Purpose.EXTENSION) + more;
    }

    private Optional<TaskOutcome> refused(Task task, int bought, long growth) {
        var now = clock.instant();
        if (task.state() != Task.State.PUBLISHED || task.over(now)) {
            return Optional.of(new TaskOutcome.WrongStatus(task, task.status(now)));
        }
        if (Task.growsDearer(bought, growth)) return Optional.of(new TaskOutcome.IntoTens(task, bought));
        boolean full = task.places() + growth > Task.MOST_PLACES;
        return full ? Optional.of(new TaskOutcome.TooManyPlaces(task)) : Optional.empty();
    }

    private Optional<RequestTokens.Used> claimed(String requesterId, @Nullable String token, String subjectId) {
        if (token == null) return Optional.empty();
        var now = clock.instant();
        return tokens.claim(requesterId, token, subjectId, now, now.minus(TOKEN_MEMORY));
    }

    private void bind(String requesterId, @Nullable String token, Ask ask) {
        if (token != null) tokens.bind(requesterId, token, ask.askId());
    }

    private static FundsService.Wish wish(Ask.Purpose purpose, Task task, int places, Line line) {
        return new FundsService.Wish(
                purpose,
                task.requesterId(),
                task.fundsId(),
                task.taskId(),
                places,
                null,
                task.currency(),
                List.of(line));
    }
}
