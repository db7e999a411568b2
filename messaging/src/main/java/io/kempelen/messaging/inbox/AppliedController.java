package io.kempelen.messaging.inbox;

import io.kempelen.messaging.wait.Hurry;
import io.kempelen.messaging.web.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets the gateway wait until this service has applied the events of writes, so that callers see their own writes. */
@RestController
class AppliedController {

    private static final int MOST_EVENTS = 200;
    private static final int LONGEST_WAIT_MS = 1000;
    private static final Duration POLL = Duration.ofMillis(25);

    private final Watermarks watermarks;
    private final AppliedSignal signal;
    private final Hurry hurry;

    AppliedController(Watermarks watermarks, AppliedSignal signal, Hurry hurry) {
        this.watermarks = watermarks;
        this.signal = signal;
        this.hurry = hurry;
    }

    /**
     * Takes the ids of events and for how many milliseconds to wait at most; answers, as soon as some of them are applied,
     * which those are.
     */
    @GetMapping("/internal/applied")
    @SuppressWarnings("try") // the wait is closed and not otherwise used
    Answer applied(@RequestParam Set<UUID> event, @RequestParam(defaultValue = "0") int wait)
            throws InterruptedException {
        if (event.size() > MOST_EVENTS)
            throw Problem.invalid("event", "At most " + MOST_EVENTS + " events can be asked for at once.")
                    .exception();
        long until = System.nanoTime()
                + Duration.ofMillis(Math.min(wait, LONGEST_WAIT_MS)).toNanos();
        try (var waiting = hurry.begin()) {
            while (true) {
                var left = Duration.ofNanos(until - System.nanoTime());
                var applied = signal.await(event, left.compareTo(POLL) < 0 ? left : POLL);
                if (applied.size() < event.size()) applied.addAll(watermarks.applied(event));
                if (!applied.isEmpty() || !left.isPositive()) return new Answer(applied);
            }
        }
    }

    record Answer(Set<UUID> applied) {}
}
