package io.kempelen.review.verdict;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Where time itself decides: looks for answers that are due and for long decisions to go on with. */
@Component
class VerdictClock {

    private final DelayService delays;

    VerdictClock(DelayService delays) {
        this.delays = delays;
    }

    @Scheduled(fixedDelayString = "${kempelen.review.clock:200ms}")
    void tick() {
        while (delays.sweep()) Thread.onSpinWait();
        while (delays.approveDue() > 0) Thread.onSpinWait();
    }
}
