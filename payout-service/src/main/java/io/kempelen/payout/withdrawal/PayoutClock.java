package io.kempelen.payout.withdrawal;

import io.kempelen.payout.withdrawal.domain.Payout;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries payouts on. Any replica may, at any time: the claim keeps them apart and the rail's idempotency key forgives the rest. */
@Component
class PayoutClock {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutClock.class);

    private final PayoutService service;
    private final Map<String, PayoutRail> rails;

    PayoutClock(PayoutService service, List<PayoutRail> rails) {
        this.service = service;
        this.rails = rails.stream().collect(Collectors.toMap(PayoutRail::name, Function.identity()));
    }

    @Scheduled(fixedDelayString = "${kempelen.payout-poll:500ms}")
    void send() {
        service.claim().forEach(payout -> service.settle(payout, ask(payout)));
    }

    private PayoutRail.Answer ask(Payout payout) {
        var rail = rails.get(payout.rail());
        if (rail == null) return new PayoutRail.Answer.Unknown("No rail " + payout.rail());
        try {
            return rail.pay(payout);
        } catch (RuntimeException noAnswer) {
            LOG.warn("Rail {} did not answer for payout {}", payout.rail(), payout.id(), noAnswer);
            return new PayoutRail.Answer.Unknown(noAnswer.toString());
        }
    }
}
