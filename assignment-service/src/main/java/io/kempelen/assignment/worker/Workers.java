package io.kempelen.assignment.worker;

import io.kempelen.assignment.qualification.domain.Region;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What is known of workers. A row is made by whichever fact comes first: accounts and reviews have no common order. */
@Repository
class Workers {

    private static final String OPEN = """
            INSERT INTO worker (worker_id, country, subdivision, stated_by, currency) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (worker_id) DO UPDATE SET currency = excluded.currency,
                country = CASE WHEN excluded.stated_by IS NULL THEN worker.country ELSE excluded.country END,
                subdivision = CASE WHEN excluded.stated_by IS NULL THEN worker.subdivision ELSE excluded.subdivision END,
                stated_by = coalesce(excluded.stated_by, worker.stated_by)""";

    private static final String SUSPEND = """
            INSERT INTO worker (worker_id, suspended, suspension_at) VALUES (?, ?, ?)
            ON CONFLICT (worker_id) DO UPDATE SET suspended = excluded.suspended, suspension_at = excluded.suspension_at
            WHERE worker.suspension_at <= excluded.suspension_at""";

    private static final String COUNT = """
            INSERT INTO worker (worker_id, approved, rejected) VALUES (?, ?, ?)
            ON CONFLICT (worker_id) DO UPDATE
            SET approved = worker.approved + excluded.approved, rejected = worker.rejected + excluded.rejected""";

    private static final String DESCRIBE = """
            INSERT INTO worker (worker_id, country, subdivision, stated_by, adult) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (worker_id) DO UPDATE SET adult = excluded.adult,
                (country, subdivision, stated_by) = (
                    SELECT CASE WHEN operators THEN worker.country ELSE excluded.country END,
                           CASE WHEN operators THEN worker.subdivision ELSE excluded.subdivision END,
                           CASE WHEN operators THEN worker.stated_by ELSE excluded.stated_by END
                    FROM (SELECT worker.stated_by IS NOT DISTINCT FROM 'OPERATOR' AS operators) AS stated)""";

    private static final String FIND = """
            SELECT country, subdivision, stated_by, adult, currency, suspended, submitted, approved, rejected
            FROM worker WHERE worker_id = ?""";

    private final JdbcTemplate jdbc;

    Workers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers judged one way and the other, to be added; negative where a verdict was turned. */
    record Judged(int approved, int rejected) {

        Judged plus(Judged other) {
            return new Judged(approved + other.approved, rejected + other.rejected);
        }
    }

    void open(Collection<Profile> profiles) {
        jdbc.batchUpdate(OPEN, profiles.stream().map(Workers::place).toList());
    }

    void suspend(String workerId, boolean suspended, Instant at) {
        jdbc.update(SUSPEND, workerId, suspended, Timestamp.from(at));
    }

    /** In the order of ids, so that two partitions that judge the same workers do not wait for each other in a ring. */
    void count(Map<String, Judged> judged) {
        jdbc.batchUpdate(
                COUNT,
                new TreeMap<>(judged)
                        .entrySet().stream()
                                .map(entry -> new Object[] {
                                    entry.getKey(),
                                    entry.getValue().approved(),
                                    entry.getValue().rejected()
                                })
                                .toList());
    }

    void describe(Profile profile) {
        var place = place(profile);
        jdbc.update(DESCRIBE, place[0], place[1], place[2], place[3], profile.adult());
    }

    Optional<Profile> find(String workerId) {
        List<Profile> found = jdbc.query(
                FIND,
                (row, number) -> {
                    var country = row.getString("country");
                    var statedBy = row.getString("stated_by");
                    return new Profile(
                            workerId,
                            country == null ? null : new Region(country, row.getString("subdivision")),
                            statedBy == null ? null : Profile.StatedBy.valueOf(statedBy),
                            row.getObject("adult", Boolean.class),
                            row.getString("currency"),
                            row.getBoolean("suspended"),
                            row.getInt("submitted"),
                            row.getInt("approved"),
                            row.getInt("rejected"));
                },
                workerId);
        return found.stream().findFirst();
    }

    private static @Nullable Object[] place(Profile profile) {
        var region = profile.region();
        var statedBy = profile.statedBy();
        return new @Nullable Object[] {
            profile.workerId(),
            region == null ? null : region.country(),
            region == null ? null : region.subdivision(),
            statedBy == null ? null : statedBy.name(),
            profile.currency()
        };
    }
}
