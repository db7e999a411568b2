package io.kempelen.review.override;

import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.outbox.Fence;
import io.kempelen.messaging.wait.RowWatch;
import io.kempelen.review.answer.Answers;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.answer.domain.Purse;
import io.kempelen.review.docket.domain.Docket;
import io.kempelen.review.sitting.Sittings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Approves a rejected answer once its money, which the rejection freed, is held again. The request waits on its own row;
 * whoever applies the reply, on any replica, approves in the same transaction, and a reply after the time-out approves nothing.
 */
@Service
public class OverrideService {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final int FORGOTTEN_AT_ONCE = 100;
    private static final int PATIENCES_TO_FORGET = 6;

    private final Asks asks;
    private final Answers answers;
    private final Sittings sittings;
    private final OverridePublisher publisher;
    private final RowWatch watch;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration patience;

    OverrideService(
            Asks asks,
            Answers answers,
            Sittings sittings,
            OverridePublisher publisher,
            RowWatch watch,
            TransactionTemplate transaction,
            Ids ids,
            InstantSource clock,
            @Value("${kempelen.funds.patience:5s}") Duration patience) {
        this.asks = asks;
        this.answers = answers;
        this.sittings = sittings;
        this.publisher = publisher;
        this.watch = watch;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.patience = patience;
    }

    /** A refusal, or the question to wait for. */
    private sealed interface Start {
        record Refused(Overriding refusal) implements Start {}

        record Asked(String askId) implements Start {}
    }

    /** Asks, waits without a transaction, and answers what became of it. The caller has made sure whose answer it is. */
    public Overriding override(Answer rejected, @Nullable String feedback) {
        return override(rejected, feedback, askId -> {});
    }

    /** @param claim runs in the transaction that asks or finds that somebody asked, with the id of the question */
    public Overriding override(Answer rejected, @Nullable String feedback, Consumer<String> claim) {
        var start = Objects.requireNonNull(transaction.execute(status -> start(rejected, feedback, claim)));
        return switch (start) {
            case Start.Refused refused -> refused.refusal();
            case Start.Asked asked -> result(await(asked.askId()));
        };
    }

    private Start start(Answer stored, @Nullable String feedback, Consumer<String> claim) {
        var sitting = sittings.open(List.of(stored));
        var answer = answers.findById(stored.assignmentId()).orElseThrow();
        var docket = sitting.docket(answer.taskId());
        var refusal = refusal(answer, docket, sitting.now());
        if (refusal != null) return new Start.Refused(refusal);
        var ask = asks.findWaiting(answer.assignmentId()).orElseGet(() -> ask(answer, docket, feedback, sitting.now()));
        claim.accept(ask.askId());
        return new Start.Asked(ask.askId());
    }

    private Ask ask(Answer answer, Docket docket, @Nullable String feedback, Instant now) {
        var ask = asks.save(new Ask(
                ids.next(),
                answer.assignmentId(),
                answer.taskId(),
                answer.requesterId(),
                feedback,
                Ask.Status.WAITING,
                null,
                null,
                null,
                null,
                now));
        publisher.asked(ask, answer, Math.max(1, docket.places().bought()));
        return ask;
    }

    private static @Nullable Overriding refusal(Answer answer, Docket docket, Instant now) {
        if (answer.status() != Answer.Status.REJECTED) return new Overriding.WrongState(answer);
        if (docket.disposedAt() != null) return new Overriding.TooLate("Its task is disposed.");
        if (now.isAfter(answer.submittedAt().plus(WINDOW))) {
            return new Overriding.TooLate("It was submitted more than 30 days ago.");
        }
        return null;
    }

    private Ask await(String askId) {
        return watch.await(askId, patience, () -> asks.findByAskId(askId).filter(Ask::decided))
                .orElseGet(() -> withdraw(askId));
    }

    private Overriding result(Ask ask) {
        return switch (ask.status()) {
            case HELD -> {
                if (ask.eventId() != null) Fence.add(List.of(ask.eventId()));
                yield new Overriding.Approved(
                        answers.findById(ask.assignmentId()).orElseThrow());
            }
            case DECLINED ->
                new Overriding.NoFunds(number(ask.required()), number(ask.available()), text(ask.currency()));
            case WITHDRAWN, WAITING -> new Overriding.NoReply();
        };
    }

    private Ask withdraw(String askId) {
        transaction.executeWithoutResult(status -> asks.findByAskId(askId).ifPresent(this::withdraw));
        return asks.findByAskId(askId).orElseThrow();
    }

    /** Row and event change together: payout-service gives back what it holds or will hold for a question taken back. */
    private void withdraw(Ask ask) {
        if (asks.withdraw(ask.askId()) == 0) return;
        publisher.withdrawn(ask, clock.instant());
        watch.changed(ask.askId());
    }

    /** Applies replies to our own questions, in the transaction of the batch; dockets are locked before questions. */
    @Transactional(propagation = Propagation.MANDATORY)
    void answered(List<Reply> replies) {
        if (replies.isEmpty()) return;
        var byAsk = replies.stream().collect(Collectors.toMap(Reply::askId, Function.identity(), (one, other) -> one));
        asks.findOpen(byAsk.keySet()).stream()
                .sorted(Comparator.comparing(Ask::taskId))
                .forEach(ask -> apply(ask, Objects.requireNonNull(byAsk.get(ask.askId()))));
    }

    private void apply(Ask ask, Reply reply) {
        switch (reply) {
            case Reply.Held held -> approve(ask, held);
            case Reply.Declined declined ->
                asks.decline(ask.askId(), declined.required(), declined.available(), declined.currency());
        }
        watch.changed(ask.askId());
    }

    private void approve(Ask ask, Reply.Held held) {
        var answer = answers.findById(ask.assignmentId()).orElseThrow();
        var sitting = sittings.open(List.of(answer));
        if (asks.hold(ask.askId()) == 0) return;
        var purse = new Purse(held.fundsId(), held.reward(), held.fee(), held.currency());
        var current = answers.findById(ask.assignmentId()).orElseThrow();
        boolean disposed = sitting.docket(answer.taskId()).disposedAt() != null;
        if (disposed || !(sitting.override(current, ask.feedback(), purse) instanceof Answer.Outcome.Approved)) {
            asks.takeBack(ask.askId());
            publisher.withdrawn(ask, clock.instant());
            return;
        }
        asks.applied(ask.askId(), sittings.close(sitting).getFirst());
    }

    /** Takes back what a replica asked and died over. */
    @Transactional
    public void withdrawForgotten() {
        var before = clock.instant().minus(patience.multipliedBy(PATIENCES_TO_FORGET));
        asks.findForgotten(before, FORGOTTEN_AT_ONCE).forEach(this::withdraw);
    }

    private static long number(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
