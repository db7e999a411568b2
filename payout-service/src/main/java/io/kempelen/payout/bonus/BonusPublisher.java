package io.kempelen.payout.bonus;

import io.kempelen.events.BonusPaid;
import io.kempelen.events.Money;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.payout.bonus.domain.Bonus;
import org.springframework.stereotype.Component;

/** Tells that a worker got a bonus. */
@Component
class BonusPublisher {

    private final Outbox outbox;

    BonusPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void paid(Bonus bonus) {
        outbox.append(
                bonus.workerId(),
                new BonusPaid(
                        bonus.id(),
                        bonus.assignmentId(),
                        bonus.workerId(),
                        bonus.requesterId(),
                        new Money(bonus.amount(), bonus.currency()),
                        new Money(bonus.fee(), bonus.currency()),
                        bonus.reason(),
                        bonus.paidAt()));
    }
}
