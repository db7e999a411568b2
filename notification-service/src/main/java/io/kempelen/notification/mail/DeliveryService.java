package io.kempelen.notification.mail;

import io.kempelen.messaging.id.Ids;
import io.kempelen.notification.contact.Preferences;
import io.kempelen.notification.mail.domain.Delivery;
import io.kempelen.notification.notice.Notices;
import io.kempelen.notification.notice.domain.Mode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans mails in the transaction of their notices and records what became of them. Nothing is sent inside a transaction. */
@Service
public class DeliveryService {

    private static final int BATCH = 5; // sent one by one, all within the lease even by a slow server

    private final Deliveries deliveries;
    private final Preferences preferences;
    private final DeliveryPublisher publisher;
    private final SmtpProperties properties;
    private final Ids ids;
    private final InstantSource clock;

    DeliveryService(
            Deliveries deliveries,
            Preferences preferences,
            DeliveryPublisher publisher,
            SmtpProperties properties,
            Ids ids,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.publisher = publisher;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(List<Notices.Written> written) {
        if (written.isEmpty() || !properties.enabled()) return;
        var modes = preferences.ofReachable(
                written.stream().map(Notices.Written::accountId).collect(Collectors.toSet()));
        var now = clock.instant();
        for (var notice : written) {
            var own = modes.get(notice.accountId());
            if (own != null) plan(notice, own.getOrDefault(notice.kind(), Mode.OFF), now);
        }
    }

    /** A tally that grew is mailed again only in a digest. */
    private void plan(Notices.Written notice, Mode mode, Instant now) {
        switch (mode) {
            case OFF -> {}
            case EACH -> {
                if (notice.first() && deliveries.single(notice.id(), notice.accountId(), now) == 1)
                    deliveries.attach(notice.id(), notice.id());
            }
            case DIGEST -> {
                var due = now.plus(properties.digestAfter());
                var digest = deliveries
                        .openDigest(ids.next(), notice.accountId(), due, now)
                        .getFirst();
                deliveries.attach(digest, notice.id());
            }
        }
    }

    /** Claims mails that are due; whoever dies with them loses the claim after a while. */
    @Transactional
    public List<Delivery> claim() {
        var now = clock.instant();
        var due = deliveries.findDue(now, BATCH);
        due.forEach(delivery -> deliveries.claim(delivery.id(), now.plus(Delivery.LEASE)));
        return due;
    }

    @Transactional
    public void record(Delivery delivery, String about, MailAnswer answer) {
        var now = clock.instant();
        switch (answer) {
            case MailAnswer.Sent sent -> {
                if (deliveries.settle(delivery.id(), Delivery.State.SENT.name(), null, now) == 1)
                    publisher.delivered(delivery, about, now);
            }
            case MailAnswer.Refused refused -> fail(delivery, about, refused.reason(), now);
            case MailAnswer.PutOff later -> putOff(delivery, about, later.reason(), now);
            case MailAnswer.Away away ->
                deliveries.putOff(delivery.id(), delivery.attempts(), now.plus(properties.serverAway()), away.reason());
        }
    }

    private void putOff(Delivery delivery, String about, String reason, Instant now) {
        var attempts = delivery.attempts() + 1;
        Delivery.retryAfter(attempts)
                .ifPresentOrElse(
                        pause -> deliveries.putOff(delivery.id(), attempts, now.plus(pause), reason),
                        () -> fail(delivery, about, reason, now));
    }

    private void fail(Delivery delivery, String about, String reason, Instant now) {
        if (deliveries.settle(delivery.id(), Delivery.State.FAILED.name(), reason, now) == 1)
            publisher.failed(delivery, about, reason, now);
    }
}
