package io.kempelen.notification.mail.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One mail. Its id is the Message-ID too, so that a mail sent again after a crash is the same mail. */
@MappedEntity
public record Delivery(
        @Id String id,
        String accountId,
        boolean digest,
        State state,
        int attempts,
        Instant dueAt,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant settledAt) {

    /** How long a claimed mail is left alone before another instance may take it over. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    /** SENT and FAILED are final. */
    public enum State {
        /** A digest that still gathers notices. */
        OPEN,
        /** Complete. */
        WAITING,
        /** Claimed by an instance until due_at. */
        SENDING,
        SENT,
        FAILED
    }

    /** How long after the n-th attempt that the server put off; nothing: it is given up, after some two days. */
    public static Optional<Duration> retryAfter(int attempts) {
        return switch (attempts) {
            case 1 -> Optional.of(Duration.ofMinutes(1));
            case 2 -> Optional.of(Duration.ofMinutes(10));
            case 3 -> Optional.of(Duration.ofHours(1));
            case 4 -> Optional.of(Duration.ofHours(6));
            case 5, 6 -> Optional.of(Duration.ofHours(24));
            default -> Optional.empty();
        };
    }
}
