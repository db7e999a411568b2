package io.kempelen.payout.withdrawal;

import io.kempelen.events.Money;
import io.kempelen.events.PayoutFailed;
import io.kempelen.events.PayoutPaid;
import io.kempelen.events.PayoutRequested;
import io.kempelen.events.PayoutReturned;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.payout.withdrawal.domain.Payout;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells where a payout is. */
@Component
class PayoutPublisher {

    private final Outbox outbox;

    PayoutPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void requested(Payout payout) {
        outbox.append(
                payout.workerId(),
                new PayoutRequested(
                        payout.id(), payout.workerId(), money(payout), payout.rail(), payout.requestedAt()));
    }

    void paid(Payout payout, Instant now) {
        outbox.append(
                payout.workerId(), new PayoutPaid(payout.id(), payout.workerId(), money(payout), payout.rail(), now));
    }

    void failed(Payout payout, String reason, Instant now) {
        outbox.append(
                payout.workerId(),
                new PayoutFailed(payout.id(), payout.workerId(), money(payout), payout.rail(), reason, now));
    }

    void returned(Payout payout, String reason, Instant now) {
        outbox.append(
                payout.workerId(),
                new PayoutReturned(payout.id(), payout.workerId(), money(payout), payout.rail(), reason, now));
    }

    private static Money money(Payout payout) {
        return new Money(payout.amount(), payout.currency());
    }
}
