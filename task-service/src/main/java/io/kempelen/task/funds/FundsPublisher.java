package io.kempelen.task.funds;

import io.kempelen.events.FundsAsked;
import io.kempelen.events.FundsLine;
import io.kempelen.events.FundsPurpose;
import io.kempelen.events.FundsWithdrawn;
import io.kempelen.events.Money;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.task.funds.domain.Ask;
import io.kempelen.task.funds.domain.Line;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts questions for money to payout-service, and takes them back. */
@Component
class FundsPublisher {

    private final Outbox outbox;

    FundsPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void asked(Ask ask, List<Line> lines) {
        outbox.append(
                ask.requesterId(),
                new FundsAsked(
                        ask.askId(),
                        ask.fundsId(),
                        ask.requesterId(),
                        FundsPurpose.valueOf(ask.purpose().name()),
                        lines.stream().map(line -> event(line, ask.currency())).toList(),
                        ask.askedAt()));
    }

    void withdrawn(Ask ask, Instant at) {
        outbox.append(ask.requesterId(), new FundsWithdrawn(ask.askId(), ask.fundsId(), ask.requesterId(), at));
    }

    private static FundsLine event(Line line, String currency) {
        return new FundsLine(new Money(line.reward(), currency), line.places(), line.assignmentsPerTask());
    }
}
