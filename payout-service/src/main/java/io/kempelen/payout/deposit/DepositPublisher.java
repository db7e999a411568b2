package io.kempelen.payout.deposit;

import io.kempelen.events.DepositKind;
import io.kempelen.events.DepositReceived;
import io.kempelen.events.Money;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.payout.deposit.domain.Deposit;
import org.springframework.stereotype.Component;

/** Tells that a requester has more to spend. */
@Component
class DepositPublisher {

    private final Outbox outbox;

    DepositPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void received(Deposit deposit) {
        var amount = new Money(deposit.amount(), deposit.currency());
        outbox.append(
                deposit.requesterId(),
                new DepositReceived(
                        deposit.id(), deposit.requesterId(), amount, DepositKind.OPERATOR, deposit.receivedAt()));
    }
}
