package io.kempelen.payout.withdrawal;

import io.kempelen.messaging.id.Ids;
import io.kempelen.payout.earnings.Clearing;
import io.kempelen.payout.ledger.Ledger;
import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.Transfer;
import io.kempelen.payout.withdrawal.domain.Payout;
import io.kempelen.payout.withdrawal.domain.Payout.Outcome;
import io.kempelen.payout.withdrawal.payee.Payees;
import io.kempelen.payout.withdrawal.payee.Verification;
import io.kempelen.payout.withdrawal.rail.Rails;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes money out of wallets: the first step of a payout, after which the money is on its rail, pending. */
@Service
class Withdrawals {

    private final Ledger ledger;
    private final Clearing clearing;
    private final Payees payees;
    private final Verification verification;
    private final Rails rails;
    private final Payouts payouts;
    private final PayoutPublisher publisher;
    private final Ids ids;
    private final InstantSource clock;

    Withdrawals(
            Ledger ledger,
            Clearing clearing,
            Payees payees,
            Verification verification,
            Rails rails,
            Payouts payouts,
            PayoutPublisher publisher,
            Ids ids,
            InstantSource clock) {
        this.ledger = ledger;
        this.clearing = clearing;
        this.payees = payees;
        this.verification = verification;
        this.rails = rails;
        this.payouts = payouts;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param amount what to take, from the wallet as it is under its lock */
    @Transactional
    public Outcome request(String workerId, ToLongFunction<Clearing.Cleared> amount) {
        var wallet = ledger.lockEarnings(workerId);
        if (wallet.isEmpty()) return new Outcome.NotEnough(0, 0, "USD");
        var currency = wallet.get().currency();
        var cleared = clearing.of(workerId, wallet.get());
        var asked = amount.applyAsLong(cleared);
        if (asked <= 0 || asked > cleared.withdrawable())
            return new Outcome.NotEnough(cleared.withdrawable(), cleared.balance(), currency);
        var minimum = rails.minimum(currency);
        if (asked < minimum) return new Outcome.TooLittle(minimum, currency);
        var hindrance = verification.hindrance(workerId);
        if (hindrance.isPresent()) return new Outcome.NotVerified(hindrance.get());
        return new Outcome.Requested(take(workerId, asked, currency));
    }

    private Payout take(String workerId, long amount, String currency) {
        var now = clock.instant();
        var payee = payees.of(workerId);
        var rail = rails.get(payee.rail());
        rail.check(payee.destination(), currency);
        var id = ids.next();
        payouts.request(id, workerId, amount, currency, rail.name(), payees.seal(id, payee), rail.departure(now), now);
        var from = LedgerAccount.earnings(workerId, currency);
        var to = LedgerAccount.rail(rail.name(), currency);
        ledger.post(List.of(Transfer.of(Cause.PAYOUT, id, from, to, amount)));
        var payout = payouts.findById(id).orElseThrow();
        publisher.requested(payout);
        return payout;
    }
}
