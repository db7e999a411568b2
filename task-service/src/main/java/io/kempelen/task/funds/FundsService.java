package io.kempelen.task.funds;

import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.outbox.Fence;
import io.kempelen.messaging.wait.RowWatch;
import io.kempelen.task.funds.domain.Ask;
import io.kempelen.task.funds.domain.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for money, waits for the answer on the question's own row, and takes the question back when none comes. */
@Service
public class FundsService {

    private static final int FORGOTTEN_AT_ONCE = 100;

    private final Asks asks;
    private final Lines lines;
    private final FundsPublisher publisher;
    private final RowWatch watch;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration patience;
    private final Map<Ask.Purpose, FundsUse> uses = new EnumMap<>(Ask.Purpose.class);

    FundsService(
            Asks asks,
            Lines lines,
            FundsPublisher publisher,
            RowWatch watch,
            TransactionTemplate transaction,
            Ids ids,
            InstantSource clock,
            List<FundsUse> uses,
            @Value("${kempelen.funds.patience:5s}") Duration patience) {
        this.asks = asks;
        this.lines = lines;
        this.publisher = publisher;
        this.watch = watch;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.patience = patience;
        for (var use : uses) use.purposes().forEach(purpose -> this.uses.put(purpose, use));
    }

    /** What is to be paid for. */
    public record Wish(
            Ask.Purpose purpose,
            String requesterId,
            String fundsId,
            String subjectId,
            int places,
            @Nullable Instant expiresAt,
            String currency,
            List<Line> lines) {}

    /** How many places are being asked for; whoever asks more for the subject holds its lock. */
    public long openPlaces(String subjectId, Ask.Purpose purpose) {
        return asks.openPlaces(subjectId, purpose.name());
    }

    /** Asks in the caller's transaction; the caller then waits with {@link #await}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ask ask(Wish wish) {
        return ask(wish, true);
    }

    /** Asks where nobody waits: the question stays until it is answered. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ask askPatiently(Wish wish) {
        return ask(wish, false);
    }

    private Ask ask(Wish wish, boolean waitedFor) {
        var ask = asks.save(new Ask(
                ids.next(),
                wish.fundsId(),
                wish.requesterId(),
                wish.purpose(),
                Ask.Status.ASKED,
                wish.subjectId(),
                wish.places(),
                wish.expiresAt(),
                lines.write(wish.lines()),
                wish.currency(),
                null,
                null,
                null,
                waitedFor,
                clock.instant(),
                null));
        publisher.asked(ask, wish.lines());
        return ask;
    }

    /** Waits, without a transaction, until the question is decided; when time is over it is taken back. */
    public Ask await(String askId) {
        return fenced(watch.await(askId, patience, () -> find(askId)).orElseGet(() -> withdraw(askId)));
    }

    /** Waits for a question that somebody else asked and will take back himself. */
    public Optional<Ask> awaitOther(String askId) {
        return watch.await(askId, patience, () -> find(askId)).map(FundsService::fenced);
    }

    private static Ask fenced(Ask decided) {
        if (decided.appliedEvent() != null) Fence.add(List.of(decided.appliedEvent()));
        return decided;
    }

    private Optional<Ask> find(String askId) {
        return asks.findByAskId(askId).filter(Ask::decided);
    }

    private Ask withdraw(String askId) {
        transaction.executeWithoutResult(status -> asks.findByAskId(askId).ifPresent(this::withdraw));
        return asks.findByAskId(askId).orElseThrow();
    }

    /** Row and event change together, so a late hold finds the row withdrawn and payout-service gets the money back. */
    private void withdraw(Ask ask) {
        var now = clock.instant();
        if (asks.withdraw(ask.askId(), now) == 0) return;
        publisher.withdrawn(ask, now);
        use(ask).refused(ask);
        watch.changed(ask.askId());
    }

    /** Applies answers; rows are taken in the order of their ids, subjects likewise. */
    @Transactional(propagation = Propagation.MANDATORY)
    void answered(List<Answer> answers) {
        answers.stream().sorted(Comparator.comparing(Answer::askId)).filter(this::decide).toList().stream()
                .map(answer -> asks.findByAskId(answer.askId()).orElseThrow())
                .sorted(Comparator.comparing(Ask::subjectId))
                .forEach(this::apply);
    }

    private boolean decide(Answer answer) {
        var now = clock.instant();
        return switch (answer) {
            case Answer.Held held -> asks.hold(held.askId(), lines.write(held.lines()), now) == 1;
            case Answer.Declined declined ->
                asks.decline(declined.askId(), declined.required(), declined.available(), now) == 1;
        };
    }

    private void apply(Ask ask) {
        if (ask.status() == Ask.Status.HELD) {
            var event = use(ask).held(ask, lines.read(ask.lines()));
            if (event != null) asks.applied(ask.askId(), event);
        } else {
            use(ask).refused(ask);
        }
        watch.changed(ask.askId());
    }

    /** Takes back what a replica asked and died over. */
    @Transactional
    public void withdrawForgotten() {
        var before = clock.instant().minus(patience.multipliedBy(6));
        asks.findForgotten(before, FORGOTTEN_AT_ONCE).forEach(this::withdraw);
    }

    private FundsUse use(Ask ask) {
        var use = uses.get(ask.purpose());
        if (use == null) throw new IllegalStateException("Nobody uses money for " + ask.purpose());
        return use;
    }
}
