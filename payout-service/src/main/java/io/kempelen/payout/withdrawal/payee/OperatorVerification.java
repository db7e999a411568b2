package io.kempelen.payout.withdrawal.payee;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Remembers what operators, or a system that acts as one, found out about workers. Asked for only if the installation requires it. */
@Component
class OperatorVerification implements Verification {

    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final boolean required;

    OperatorVerification(
            JdbcTemplate jdbc,
            InstantSource clock,
            @Value("${kempelen.payouts.verification-required:false}") boolean required) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.required = required;
    }

    /** What was found out, by whom and when. */
    record Finding(boolean verified, String note, String verifiedBy, Instant verifiedAt) {}

    @Override
    public Optional<String> hindrance(String workerId) {
        var finding = find(workerId);
        if (finding.isEmpty())
            return required
                    ? Optional.of("Your identity and tax details have not been checked yet. Ask the operator.")
                    : Optional.empty();
        return finding.get().verified()
                ? Optional.empty()
                : Optional.of("Your identity and tax details are not accepted: "
                        + finding.get().note());
    }

    Optional<Finding> find(String workerId) {
        return jdbc
                .query(
                        "SELECT verified, note, verified_by, verified_at FROM payee_verification WHERE worker_id = ?",
                        (row, n) -> new Finding(
                                row.getBoolean(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()),
                        workerId)
                .stream()
                .findFirst();
    }

    void record(String workerId, boolean verified, String note, String by) {
        jdbc.update("""
                INSERT INTO payee_verification (worker_id, verified, note, verified_by, verified_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (worker_id) DO UPDATE SET verified = EXCLUDED.verified, note = EXCLUDED.note,
                    verified_by = EXCLUDED.verified_by, verified_at = EXCLUDED.verified_at""", workerId, verified, note, by, clock.instant().atOffset(ZoneOffset.UTC));
    }
}
