package io.kempelen.review.override;

import io.kempelen.events.FundsAsked;
import io.kempelen.events.FundsLine;
import io.kempelen.events.FundsPurpose;
import io.kempelen.events.FundsWithdrawn;
import io.kempelen.events.Money;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.review.answer.domain.Answer;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Questions for money as events of kempelen.reviews; the hold they go to is named after the assignment. */
@Component
class OverridePublisher {

    private final Outbox outbox;

    OverridePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void asked(Ask ask, Answer rejected, int assignmentsPerTask) {
        var line = FundsLine.newBuilder()
                .setReward(new Money(rejected.reward(), rejected.currency()))
                .setPlaces(1)
                .setAssignmentsPerTask(assignmentsPerTask)
                .build();
        outbox.append(
                ask.requesterId(),
                FundsAsked.newBuilder()
                        .setAskId(ask.askId())
                        .setFundsId(ask.assignmentId())
                        .setRequesterId(ask.requesterId())
                        .setPurpose(FundsPurpose.OVERRIDE)
                        .setLines(List.of(line))
                        .setAskedAt(ask.askedAt())
                        .build());
    }

    void withdrawn(Ask ask, Instant now) {
        outbox.append(
                ask.requesterId(),
                FundsWithdrawn.newBuilder()
                        .setAskId(ask.askId())
                        .setFundsId(ask.assignmentId())
                        .setRequesterId(ask.requesterId())
                        .setWithdrawnAt(now)
                        .build());
    }
}
