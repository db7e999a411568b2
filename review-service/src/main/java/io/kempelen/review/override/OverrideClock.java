package io.kempelen.review.override;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for questions whose asker died before it could take them back. */
@Component
class OverrideClock {

    private final OverrideService overrides;

    OverrideClock(OverrideService overrides) {
        this.overrides = overrides;
    }

    @Scheduled(fixedDelayString = "${kempelen.funds.sweep:10s}")
    void withdrawForgotten() {
        overrides.withdrawForgotten();
    }
}
