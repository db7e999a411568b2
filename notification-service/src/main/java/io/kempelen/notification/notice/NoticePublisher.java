package io.kempelen.notification.notice;

import io.kempelen.events.Channel;
import io.kempelen.events.NotificationDelivered;
import io.kempelen.messaging.outbox.Keyed;
import io.kempelen.messaging.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Receipts for what lies in an inbox. */
@Component
class NoticePublisher {

    private final Outbox outbox;

    NoticePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void delivered(List<Notices.Written> notices, Instant now) {
        outbox.appendAll(notices.stream()
                .map(notice -> new Keyed(
                        notice.accountId(),
                        new NotificationDelivered(notice.id(), notice.accountId(), Channel.INBOX, notice.about(), now)))
                .toList());
    }
}
