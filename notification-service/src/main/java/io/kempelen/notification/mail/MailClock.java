package io.kempelen.notification.mail;

import io.kempelen.notification.contact.Contacts;
import io.kempelen.notification.contact.domain.Contact;
import io.kempelen.notification.mail.domain.Delivery;
import io.kempelen.notification.notice.Notices;
import io.kempelen.notification.notice.domain.Notice;
import java.time.InstantSource;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due. Any replica may: the claim keeps them apart. */
@Component
class MailClock {

    private final DeliveryService service;
    private final Notices notices;
    private final Contacts contacts;
    private final Mailer mailer;
    private final InstantSource clock;

    MailClock(DeliveryService service, Notices notices, Contacts contacts, Mailer mailer, InstantSource clock) {
        this.service = service;
        this.notices = notices;
        this.contacts = contacts;
        this.mailer = mailer;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${kempelen.smtp.poll:1s}")
    void send() {
        while (mailer.ready()) {
            var due = service.claim();
            due.forEach(this::send);
            if (due.isEmpty()) return;
        }
    }

    private void send(Delivery delivery) {
        var told = notices.ofDelivery(delivery.id());
        var about = told.isEmpty() ? "" : told.getFirst().about();
        var answer = contacts.findById(delivery.accountId())
                .map(contact -> mailer.send(mail(delivery, told, contact)))
                .orElseGet(() -> new MailAnswer.Refused("The account has no address any more."));
        service.record(delivery, about, answer);
    }

    private Mail mail(Delivery delivery, List<Notice> told, Contact contact) {
        var letter = Letter.of(told);
        return new Mail(delivery.id(), contact.email(), letter.subject(), letter.text(), clock.instant());
    }
}
