package io.kempelen.payout.hold;

import io.kempelen.events.FundsDeclined;
import io.kempelen.events.FundsHeld;
import io.kempelen.events.FundsReleased;
import io.kempelen.events.HeldLine;
import io.kempelen.events.Money;
import io.kempelen.events.ReleaseCause;
import io.kempelen.events.RewardPaid;
import io.kempelen.messaging.outbox.Keyed;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.payout.hold.domain.Ask;
import io.kempelen.payout.hold.domain.Line;
import io.kempelen.payout.hold.domain.PastAsk;
import io.kempelen.payout.hold.domain.Settlement;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells what was decided about held money, keyed by whose money it is from now on. */
@Component
class HoldPublisher {

    private final Outbox outbox;

    HoldPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Batch batch, Instant now) {
        var events = Stream.of(
                        batch.answers.stream().map(answer -> answer(answer, now)),
                        batch.withdrawn.stream().map(ask -> withdrawn(ask, now)),
                        batch.settled.stream().map(settled -> settled(settled, now)))
                .flatMap(news -> news)
                .toList();
        if (!events.isEmpty()) outbox.appendAll(events);
    }

    private static Keyed answer(Ask.Answer answer, Instant now) {
        var ask = answer.ask();
        var requester = ask.requesterId();
        return switch (answer) {
            case Ask.Answer.Held held -> {
                var lines = held.lines().stream()
                        .map(line -> line(line, ask.currency()))
                        .toList();
                yield new Keyed(requester, new FundsHeld(ask.askId(), ask.fundsId(), requester, lines, now));
            }
            case Ask.Answer.Declined declined -> {
                var required = new Money(declined.required(), ask.currency());
                var available = new Money(declined.available(), declined.availableCurrency());
                var event = new FundsDeclined(ask.askId(), ask.fundsId(), requester, required, available, now);
                yield new Keyed(requester, event);
            }
        };
    }

    private static HeldLine line(Line.Priced priced, String currency) {
        var line = priced.line();
        return new HeldLine(
                new Money(line.reward(), currency),
                new Money(priced.fee(), currency),
                line.places(),
                line.assignmentsPerTask());
    }

    private static Keyed withdrawn(PastAsk ask, Instant now) {
        var amount = new Money(ask.amount(), Objects.requireNonNull(ask.currency()));
        var event =
                new FundsReleased(ask.fundsId(), ask.requesterId(), amount, ReleaseCause.WITHDRAWN, null, null, now);
        return new Keyed(ask.requesterId(), event);
    }

    private static Keyed settled(Settlement settled, Instant now) {
        return switch (settled.reason()) {
            case APPROVED, OVERRIDDEN -> paid(settled, now);
            case REJECTED -> released(settled, ReleaseCause.REJECTED, now);
            case GIVEN_BACK -> released(settled, ReleaseCause.GIVEN_BACK, now);
            case NEVER_TAKEN -> released(settled, ReleaseCause.NEVER_TAKEN, now);
        };
    }

    private static Keyed paid(Settlement settled, Instant now) {
        var worker = Objects.requireNonNull(settled.workerId());
        var price = settled.price();
        var event = new RewardPaid(
                Objects.requireNonNull(settled.assignmentId()),
                settled.taskId(),
                settled.batchId(),
                worker,
                settled.requesterId(),
                new Money(price.reward(), price.currency()),
                new Money(price.fee(), price.currency()),
                now);
        return new Keyed(worker, event);
    }

    private static Keyed released(Settlement settled, ReleaseCause cause, Instant now) {
        var amount = new Money(settled.amount(), settled.price().currency());
        var event = new FundsReleased(
                settled.fundsId(), settled.requesterId(), amount, cause, settled.taskId(), settled.assignmentId(), now);
        return new Keyed(settled.requesterId(), event);
    }
}
