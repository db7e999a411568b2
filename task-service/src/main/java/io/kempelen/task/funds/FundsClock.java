package io.kempelen.task.funds;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for questions whose asker died before it could take them back. */
@Component
class FundsClock {

    private final FundsService funds;

    FundsClock(FundsService funds) {
        this.funds = funds;
    }

    @Scheduled(fixedDelayString = "${kempelen.funds.sweep:10s}")
    void withdrawForgotten() {
        funds.withdrawForgotten();
    }
}
