package io.kempelen.messaging.web;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets idempotency keys after a day: retries come sooner, and a key may then be used anew. */
class IdempotencyKeyExpiry {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    IdempotencyKeyExpiry(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 600_000)
    void forget() {
        jdbc.update(
                "DELETE FROM idempotency_key WHERE created_at < ?",
                Timestamp.from(clock.instant().minus(REMEMBERED)));
    }
}
