package io.kempelen.messaging.inbox;

import java.time.Duration;
import java.util.List;
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
        var until = System.nanoTime()
                + Duration.ofMillis(Math.min(wait, LONGEST_WAIT_MS)).toNanos();
        var open = new java.util.ArrayList<>(event);
        while (true) {
            open.removeIf(watermarks::applied);
            var left = Duration.ofNanos(until - System.nanoTime());
            if (open.isEmpty() || !left.isPositive()) return new Answer(open.isEmpty());
            signal.await(left.compareTo(POLL) < 0 ? left : POLL);
        }
    }

    record Answer(boolean applied) {}
}
