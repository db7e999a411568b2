package io.kempelen.payout.ledger;

import io.kempelen.events.DepositKind;
import io.kempelen.events.DepositReceived;
import io.kempelen.events.Money;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.Transfer;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells of the sandbox's play money: readers can rebuild every balance from the topic alone. */
@Component
class LedgerPublisher {

    private final Outbox outbox;

    LedgerPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void levelled(Transfer transfer, LedgerAccount available, Instant now) {
        var requester = java.util.Objects.requireNonNull(available.owner());
        var amount = new Money(transfer.change(available), transfer.currency());
        outbox.append(requester, new DepositReceived(transfer.causeId(), requester, amount, DepositKind.SANDBOX, now));
    }
}
