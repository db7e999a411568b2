package io.kempelen.payout;

import io.kempelen.messaging.inbox.Inbox;
import io.kempelen.payout.account.AccountService;
import io.kempelen.payout.account.AccountStreams;
import io.kempelen.payout.bonus.BonusService;
import io.kempelen.payout.bonus.BonusStreams;
import io.kempelen.payout.hold.HoldService;
import io.kempelen.payout.hold.HoldStreams;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What payout-service reads: one function per topic, named after the topic. */
@Configuration(proxyBeanMethods = false)
class PayoutStreams {

    @Bean
    Consumer<Message<List<byte[]>>> accounts(Inbox inbox, AccountService accounts) {
        return inbox.once(events -> accounts.open(AccountStreams.opened(events)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> tasks(Inbox inbox, HoldService holds) {
        return inbox.once(events -> holds.apply(HoldStreams.facts(events)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> assignments(Inbox inbox, HoldService holds, BonusService bonuses) {
        return inbox.once(events -> {
            bonuses.remember(BonusStreams.works(events));
            holds.apply(HoldStreams.facts(events));
        });
    }

    @Bean
    Consumer<Message<List<byte[]>>> reviews(Inbox inbox, HoldService holds) {
        return inbox.once(events -> holds.apply(HoldStreams.facts(events)));
    }
}
