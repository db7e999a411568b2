package io.kempelen.notification;

import io.kempelen.messaging.inbox.Inbox;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.notification.mail.DeliveryService;
import io.kempelen.notification.notice.NoticeService;
import io.kempelen.notification.notice.domain.Draft;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What notification-service reads, which is everything: one function per topic, named after the topic. */
@Configuration(proxyBeanMethods = false)
class NotificationStreams {

    private final Inbox inbox;
    private final NoticeService notices;
    private final DeliveryService deliveries;

    NotificationStreams(Inbox inbox, NoticeService notices, DeliveryService deliveries) {
        this.inbox = inbox;
        this.notices = notices;
        this.deliveries = deliveries;
    }

    @Bean
    Consumer<Message<List<byte[]>>> accounts() {
        return telling(AccountStreams::drafts);
    }

    @Bean
    Consumer<Message<List<byte[]>>> tasks() {
        return telling(TaskStreams::drafts);
    }

    @Bean
    Consumer<Message<List<byte[]>>> assignments(AssignmentStreams assignments) {
        return inbox.once(events -> {
            assignments.learnNames(events);
            tell(events, assignments::drafts);
        });
    }

    @Bean
    Consumer<Message<List<byte[]>>> reviews() {
        return telling(ReviewStreams::drafts);
    }

    @Bean
    Consumer<Message<List<byte[]>>> payouts() {
        return telling(PayoutStreams::drafts);
    }

    private Consumer<Message<List<byte[]>>> telling(Function<Received, Stream<Draft>> drafts) {
        return inbox.once(events -> tell(events, drafts));
    }

    private void tell(List<Received> events, Function<Received, Stream<Draft>> drafts) {
        deliveries.plan(notices.write(events.stream().flatMap(drafts).toList()));
    }
}
