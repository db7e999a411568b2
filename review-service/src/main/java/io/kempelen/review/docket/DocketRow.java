package io.kempelen.review.docket;

import io.kempelen.review.docket.domain.Counts;
import io.kempelen.review.docket.domain.Docket;
import io.kempelen.review.docket.domain.Finding;
import io.kempelen.review.docket.domain.Places;
import io.kempelen.review.docket.domain.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A docket as a row. */
final class DocketRow {

    static final String UPDATE = """
            UPDATE docket SET batch_id = ?, policy_kind = ?, policy_fields = ?, policy_dissent = ?, policy_replaces = ?,
                places = ?, released = ?, wanted = ?, replaced = ?,
                answered = ?, approved = ?, rejected = ?, voted = ?, outvoted = ?,
                last_number = ?, label_hash = ?, label = ?, lead = ?, heard = ?, told = ?, found_number = ?, found_at = ?,
                settled = ?, sweep_after = ?, disposed_at = ?
            WHERE task_id = ?""";

    private DocketRow() {}

    static Docket read(ResultSet row, int ignored) throws SQLException {
        return new Docket(
                row.getString("task_id"),
                row.getString("requester_id"),
                row.getString("batch_id"),
                policy(row),
                new Places(row.getInt("places"), row.getInt("released"), row.getInt("wanted"), row.getInt("replaced")),
                new Counts(
                        row.getInt("answered"),
                        row.getInt("approved"),
                        row.getInt("rejected"),
                        row.getInt("voted"),
                        row.getInt("outvoted")),
                row.getLong("last_number"),
                finding(row),
                row.getBoolean("settled"),
                row.getObject("sweep_after", Long.class),
                instant(row.getTimestamp("disposed_at")));
    }

    static @Nullable Object[] write(Docket docket) {
        var policy = docket.policy();
        var places = docket.places();
        var counts = docket.counts();
        var finding = docket.finding();
        return new @Nullable Object[] {
            docket.batchId(),
            policy == null ? null : policy.kind().name(),
            policy == null ? new String[0] : policy.fields().toArray(String[]::new),
            policy == null ? "WAIT" : policy.dissent().name(),
            policy != null && policy.replaceRejected(),
            places.all(),
            places.released(),
            places.wanted(),
            places.replaced(),
            counts.answered(),
            counts.approved(),
            counts.rejected(),
            counts.voted(),
            counts.outvoted(),
            docket.lastNumber(),
            finding == null ? null : finding.labelHash(),
            finding == null ? null : finding.label(),
            finding == null ? 0 : finding.lead(),
            finding == null ? 0 : finding.heard(),
            finding == null ? 0 : finding.told(),
            finding == null ? 0L : finding.number(),
            finding == null ? null : Timestamp.from(finding.at()),
            docket.settled(),
            docket.sweepAfter(),
            timestamp(docket.disposedAt()),
            docket.taskId()
        };
    }

    private static @Nullable Policy policy(ResultSet row) throws SQLException {
        var kind = row.getString("policy_kind");
        if (kind == null) return null;
        var fields = (String[]) row.getArray("policy_fields").getArray();
        return new Policy(
                Policy.Kind.valueOf(kind),
                List.of(fields),
                Policy.Dissent.valueOf(row.getString("policy_dissent")),
                row.getBoolean("policy_replaces"));
    }

    private static @Nullable Finding finding(ResultSet row) throws SQLException {
        var hash = row.getString("label_hash");
        var at = row.getTimestamp("found_at");
        if (hash == null || at == null) return null;
        return new Finding(
                hash,
                row.getString("label"),
                row.getInt("lead"),
                row.getInt("heard"),
                row.getInt("told"),
                row.getLong("found_number"),
                at.toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
