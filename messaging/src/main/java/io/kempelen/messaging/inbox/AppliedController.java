package io.kempelen.messaging.inbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets the gateway wait until this service has applied the events of a write, so that callers see their own writes. */
@RestController
class AppliedController {

    private static final int LONGEST_WAIT_MS = 1000;
    private static final Duration POLL = Duration.ofMillis(25);

    private final Watermarks watermarks;
    private final AppliedSignal signal;

    AppliedController(Watermarks watermarks, AppliedSignal signal) {
        this.watermarks = watermarks;
        this.signal = signal;
    }

    /** Takes the ids of events and for how many milliseconds to wait for them at most. */
    @GetMapping("/internal/applied")
    Answer applied(@RequestParam List<UUID> event, @RequestParam(defaultValue = "0") int wait)
            throws InterruptedException {
        long until = System.nanoTime()
                + Duration.ofMillis(Math.min(wait, LONGEST_WAIT_MS)).toNanos();
        Set<UUID> open = new HashSet<>(event);
        while (true) {
            var left = Duration.ofNanos(until - System.nanoTime());
            open = signal.await(open, left.compareTo(POLL) < 0 ? left : POLL);
            if (!open.isEmpty()) open = watermarks.unapplied(open);
            if (open.isEmpty() || !left.isPositive()) return new Answer(open.isEmpty());
        }
    }

    record Answer(boolean applied) {}
}
