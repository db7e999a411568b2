package io.kempelen.assignment.lease;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends leases at their deadline, whether or not anybody asks. */
@Component
class LeaseClock {

    private static final int BATCH = 500;

    private final ExpiryService expiry;

    LeaseClock(ExpiryService expiry) {
        this.expiry = expiry;
    }

    @Scheduled(fixedDelayString = "${kempelen.lease-clock:200ms}")
    void tick() {
        while (expiry.expire(BATCH) >= BATCH) {
            Thread.onSpinWait();
        }
    }
}
