package io.kempelen.task.tasktype;

import io.kempelen.events.AccountKind;
import io.kempelen.events.AccountOpened;
import io.kempelen.messaging.inbox.Inbox;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What is read of kempelen.accounts: the currency of a requester's money. */
@Configuration(proxyBeanMethods = false)
class AccountStreams {

    @Bean
    Consumer<Message<List<byte[]>>> accounts(Inbox inbox, Accounts accounts) {
        return inbox.once(events -> accounts.opened(events.stream()
                .filter(received ->
                        received.event() instanceof AccountOpened opened && opened.getKind() == AccountKind.REQUESTER)
                .map(received -> (AccountOpened) received.event())
                .map(opened -> new Object[] {opened.getAccountId(), opened.getCurrency()})
                .toList()));
    }
}
