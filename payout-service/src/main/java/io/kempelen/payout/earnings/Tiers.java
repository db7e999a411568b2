package io.kempelen.payout.earnings;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** In which tier each worker is, and how long earnings of a tier wait. */
@Component
class Tiers {

    private final JdbcTemplate jdbc;
    private final ClearingProperties properties;
    private final InstantSource clock;

    Tiers(JdbcTemplate jdbc, ClearingProperties properties, InstantSource clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** A tier that is configured no more counts as the default one. */
    String of(String workerId) {
        return find(workerId).filter(properties.tiers()::containsKey).orElse(properties.defaultTier());
    }

    Duration period(String tier) {
        return Optional.ofNullable(properties.tiers().get(tier)).orElse(Duration.ZERO);
    }

    SortedSet<String> names() {
        return new TreeSet<>(properties.tiers().keySet());
    }

    void assign(String workerId, String tier) {
        jdbc.update("""
                INSERT INTO worker_tier (worker_id, tier, assigned_at) VALUES (?, ?, ?)
                ON CONFLICT (worker_id) DO UPDATE SET tier = EXCLUDED.tier, assigned_at = EXCLUDED.assigned_at""", workerId, tier, clock.instant().atOffset(ZoneOffset.UTC));
    }

    private Optional<String> find(String workerId) {
        List<String> found =
                jdbc.queryForList("SELECT tier FROM worker_tier WHERE worker_id = ?", String.class, workerId);
        return found.stream().findFirst();
    }
}
