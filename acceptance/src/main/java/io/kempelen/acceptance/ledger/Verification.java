package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.audit.Target;
import io.kempelen.acceptance.ledger.Difference.Kind;
import java.sql.Connection;
import java.sql.SQLException;

/** One verification of a platform at rest or at work. */
public final class Verification {

    /** Runs in the snapshot, uncommitted: what a test plants there, nobody else ever sees. */
    @FunctionalInterface
    public interface Planting {
        void plant(Connection snapshot) throws SQLException;
    }

    /** The advisory lock under which payout-service's replicas agree on who sends the outbox. */
    public static final long OUTBOX_LOCK = 0x6b656d70656cL;

    private final Target target;
    private final Planting planting;
    private final Progress progress;

    public Verification(Target target, Progress progress) {
        this(target, snapshot -> {}, progress);
    }

    public Verification(Target target, Planting planting, Progress progress) {
        this.target = target;
        this.planting = planting;
        this.progress = progress;
    }

    /** @throws Exception if something it needs does not answer */
    public Report run() throws Exception {
        var database = target.databases().get("payout");
        if (database == null) throw new IllegalArgumentException("payout-service's database is not known");
        try (var store = PayoutStore.open(database);
                var platform = new LivePlatform(target, store, planting, progress)) {
            return judge(platform);
        }
    }

    /**
     * Reads once for fingerprints and figures, in memory that the number of events hardly matters to; where a fingerprint
     * differs, reads once more for the details of the few that differ.
     */
    static Report judge(Source source) throws Exception {
        long began = System.nanoTime();
        var salt = new Salt();
        var look = firstLook(source, salt, began);
        return look.suspects().none() ? look.report() : secondLook(source, look.suspects(), salt, began);
    }

    private record Look(Report report, Book.Suspects suspects) {}

    private static Look firstLook(Source source, Salt salt, long began) throws Exception {
        var reading = new Reading<>(() -> Book.sketched(salt), salt);
        source.tell(reading);
        var suspects = Comparison.suspects(reading);
        return new Look(report(reading, began), suspects);
    }

    private static Report secondLook(Source source, Book.Suspects suspects, Salt salt, long began) throws Exception {
        var reading = new Reading<>(() -> Book.detailed(suspects.first()), salt);
        source.tell(reading);
        Comparison.details(reading, reading.faults);
        notLookedInto(suspects, reading.faults);
        return report(reading, began);
    }

    private static void notLookedInto(Book.Suspects suspects, Differences differences) {
        var seen = suspects.first();
        differences.addUnseen(
                Kind.TRANSFER, suspects.moves().cardinality() - seen.moves().cardinality());
        differences.addUnseen(
                Kind.HOLD, suspects.holds().cardinality() - seen.holds().cardinality());
        differences.addUnseen(
                Kind.REWARD, suspects.rewards().cardinality() - seen.rewards().cardinality());
    }

    private static Report report(Reading<?> reading, long began) {
        var tables = Table.of(reading.figures);
        Comparison.balances(reading, reading.faults);
        Comparison.sums(tables, reading.faults);
        return Report.of(reading, tables, (System.nanoTime() - began) / 1e9);
    }
}
