package io.kempelen.gateway.account;

import io.kempelen.gateway.account.domain.MadeOnce;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Idempotency-Keys of answers that hold secrets: remembers what was made, never the answer. */
@Component
class Once {

    private static final Duration MEMORY = Duration.ofHours(24);

    private final MadeOnces made;
    private final InstantSource clock;

    Once(MadeOnces made, InstantSource clock) {
        this.made = made;
        this.clock = clock;
    }

    /** Whether this request is the first with its Idempotency-Key; one without a key always is. */
    boolean claim(@Nullable Repeatable request, String keyId) {
        return request == null
                || made.claim(request.accountId(), request.key(), request.request(), keyId, clock.instant()) == 1;
    }

    /** The access key the same request made before; nothing when it was another request. */
    Optional<String> madeBy(@Nullable Repeatable request) {
        if (request == null) return Optional.empty();
        return made.find(request.accountId(), request.key())
                .filter(before -> MessageDigest.isEqual(before.request(), request.request()))
                .map(MadeOnce::accessKeyId);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forget() {
        made.forgetBefore(clock.instant().minus(MEMORY));
    }
}
