package io.kempelen.payout.withdrawal;

import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.seal.Sealer;
import io.kempelen.payout.withdrawal.PayoutOutcomes.Effect;
import io.kempelen.payout.withdrawal.domain.Payout;
import io.kempelen.payout.withdrawal.rail.News;
import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.Rails;
import io.kempelen.payout.withdrawal.rail.file.ReportFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applies what banks send back. The file is kept as the evidence; handed in twice, it changes nothing the second time. */
@Service
class PayoutReports {

    private final List<ReportFormat> formats;
    private final Rails rails;
    private final Payouts payouts;
    private final PayoutOutcomes outcomes;
    private final JdbcTemplate jdbc;
    private final Sealer sealer;
    private final Ids ids;
    private final InstantSource clock;

    PayoutReports(
            List<ReportFormat> formats,
            Rails rails,
            Payouts payouts,
            PayoutOutcomes outcomes,
            JdbcTemplate jdbc,
            Sealer sealer,
            Ids ids,
            InstantSource clock) {
        this.formats = formats;
        this.rails = rails;
        this.payouts = payouts;
        this.outcomes = outcomes;
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a report did.
     *
     * @param contradicted payouts that have ended otherwise: an operator must look at them
     * @param unknown how many entries speak of payouts that are not ours
     */
    record Applied(String kind, int settled, int repeated, List<String> contradicted, int unknown) {}

    private record About(Payout payout, News news) {

        boolean sameAmount() {
            return news.amount().isEmpty() || news.amount().getAsLong() == payout.amount();
        }
    }

    /** All of the file or nothing. Empty if no rail here understands it. */
    @Transactional
    public Optional<Applied> apply(byte[] file, String operatorId) {
        for (var format : formats) {
            var news = format.read(file);
            if (news.isPresent()) {
                keep(format, file, operatorId);
                return Optional.of(apply(format, news.get()));
            }
        }
        return Optional.empty();
    }

    private Applied apply(ReportFormat format, List<News> news) {
        var settled = 0;
        var repeated = 0;
        var unknown = 0;
        var contradicted = new ArrayList<String>();
        var rail = rails.get(format.rail());
        var about = new ArrayList<About>();
        for (var item : news) {
            var found = find(format.rail(), item.subject());
            if (found.isEmpty()) unknown++;
            found.forEach(payout -> about.add(new About(payout, item)));
        }
        // in one order everywhere, so that two reports never wait for each other's wallets crosswise
        about.sort(Comparator.comparing(one -> one.payout().workerId()));
        for (var one : about) {
            switch (effect(rail, one)) {
                case APPLIED -> settled++;
                case REPEATED -> repeated++;
                case CONTRADICTED -> contradicted.add(one.payout().id());
            }
        }
        return new Applied(format.name(), settled, repeated, contradicted, unknown);
    }

    private Effect effect(PayoutRail rail, About one) {
        return one.sameAmount()
                ? outcomes.settle(rail, one.payout(), one.news().answer())
                : outcomes.contradicted(one.payout(), "The bank's report has another amount.");
    }

    private List<Payout> find(String rail, News.Subject subject) {
        var found = switch (subject) {
            case News.Subject.ById one ->
                payouts.findById(one.payoutId()).stream().toList();
            case News.Subject.ByNumber last -> payouts.findByNumber(rail, last.rest(), last.modulus(), last.idTail());
            case News.Subject.OfRun whole -> payouts.findByRun(whole.runId());
        };
        return found.stream().filter(payout -> payout.rail().equals(rail)).toList();
    }

    private void keep(ReportFormat format, byte[] file, String operatorId) {
        var id = ids.next();
        jdbc.update(
                """
                INSERT INTO payout_report (id, rail, kind, sha256, content, received_by, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING""",
                id,
                format.rail(),
                format.name(),
                hash(file),
                sealer.seal(id, Base64.getEncoder().encodeToString(file)),
                operatorId,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
