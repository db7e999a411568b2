package io.kempelen.review.override;

import io.kempelen.events.FundsDeclined;
import io.kempelen.events.FundsHeld;
import io.kempelen.messaging.inbox.Inbox;
import io.kempelen.messaging.inbox.Received;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What review-service learns of money: answers to its own questions. */
@Configuration(proxyBeanMethods = false)
class PayoutStreams {

    @Bean
    Consumer<Message<List<byte[]>>> payouts(Inbox inbox, OverrideService overrides) {
        return inbox.once(events -> overrides.answered(
                events.stream().flatMap(received -> reply(received).stream()).toList()));
    }

    private static Optional<Reply> reply(Received received) {
        return switch (received.event()) {
            case FundsHeld held -> held(held);
            case FundsDeclined declined ->
                Optional.of(new Reply.Declined(
                        declined.getAskId(),
                        declined.getRequired().getMinorUnits(),
                        declined.getAvailable().getMinorUnits(),
                        declined.getRequired().getCurrency()));
            default -> Optional.empty(); // rewards, deposits and the holds of whole batches answer no question of ours
        };
    }

    /** Our questions have one line. */
    private static Optional<Reply> held(FundsHeld event) {
        if (event.getLines().size() != 1) return Optional.empty();
        var line = event.getLines().getFirst();
        return Optional.of(new Reply.Held(
                event.getAskId(),
                event.getFundsId(),
                line.getReward().getMinorUnits(),
                line.getFee().getMinorUnits(),
                line.getReward().getCurrency()));
    }
}
