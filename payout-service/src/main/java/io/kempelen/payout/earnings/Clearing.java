package io.kempelen.payout.earnings;

import io.kempelen.payout.ledger.domain.Available;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Divides a wallet into what is cleared and what is not: money that was earned less than the tier's period ago is pending.
 * Cleared is what the transfers and the clock say, not a second balance, so it cannot disagree with the first.
 */
@Component
public class Clearing {

    private final JdbcTemplate jdbc;
    private final Tiers tiers;
    private final InstantSource clock;

    Clearing(JdbcTemplate jdbc, Tiers tiers, InstantSource clock) {
        this.jdbc = jdbc;
        this.tiers = tiers;
        this.clock = clock;
    }

    /** A wallet in minor units. Payouts take cleared money first, so pending is never more than the balance. */
    public record Cleared(long balance, long pending, String currency, String tier) {

        public long withdrawable() {
            return balance - pending;
        }
    }

    public Cleared of(String workerId, Available wallet) {
        var tier = tiers.of(workerId);
        var period = tiers.period(tier);
        var fresh = period.isZero() ? 0 : earnedSince(workerId, clock.instant().minus(period));
        return new Cleared(wallet.amount(), Math.min(fresh, wallet.amount()), wallet.currency(), tier);
    }

    private long earnedSince(String workerId, java.time.Instant since) {
        var sum = jdbc.queryForObject(
                """
                SELECT coalesce(sum(amount), 0) FROM transfer
                WHERE credit_account = ? AND cause IN ('REWARD', 'BONUS') AND created_at > ?""", Long.class, LedgerAccount.EARNINGS_PREFIX + workerId, since.atOffset(ZoneOffset.UTC));
        return sum == null ? 0 : sum;
    }
}
