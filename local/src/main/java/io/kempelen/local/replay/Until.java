package io.kempelen.local.replay;

import io.kempelen.local.api.Reply;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Repeats a call while its answer only says that some service has not heard of something yet. */
final class Until {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    private Until() {}

    static Reply answered(Supplier<Reply> call, Predicate<Reply> notYet) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var pause = FIRST_PAUSE;
        var reply = call.get();
        while (notYet.test(reply) && System.nanoTime() < deadline) {
            sleep(pause);
            if (pause.toMillis() < 500) pause = pause.multipliedBy(2);
            reply = call.get();
        }
        return reply;
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
    }
}
