package io.kempelen.notification.mail;

import io.kempelen.events.Channel;
import io.kempelen.events.NotificationDelivered;
import io.kempelen.events.NotificationFailed;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.notification.mail.domain.Delivery;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Receipts for mails, without addresses. */
@Component
class DeliveryPublisher {

    private final Outbox outbox;

    DeliveryPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void delivered(Delivery delivery, String about, Instant now) {
        outbox.append(
                delivery.accountId(),
                new NotificationDelivered(delivery.id(), delivery.accountId(), Channel.EMAIL, about, now));
    }

    void failed(Delivery delivery, String about, String reason, Instant now) {
        outbox.append(
                delivery.accountId(),
                new NotificationFailed(delivery.id(), delivery.accountId(), Channel.EMAIL, about, reason, now));
    }
}
