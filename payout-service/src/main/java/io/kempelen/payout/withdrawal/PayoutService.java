package io.kempelen.payout.withdrawal;

import io.kempelen.messaging.id.Ids;
import io.kempelen.payout.ledger.Ledger;
import io.kempelen.payout.ledger.domain.Available;
import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.Transfer;
import io.kempelen.payout.withdrawal.domain.Payout;
import io.kempelen.payout.withdrawal.domain.Payout.Outcome;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes money out of wallets, step by step: out of the wallet; then marked as being sent; then, with no transaction open, the
 * rail is called; then settled. A crash between any two leaves a row that the clock finds again.
 */
@Service
class PayoutService {

    private static final int BATCH = 20;

    private final Payouts payouts;
    private final Ledger ledger;
    private final PayoutPublisher publisher;
    private final Ids ids;
    private final InstantSource clock;

    PayoutService(Payouts payouts, Ledger ledger, PayoutPublisher publisher, Ids ids, InstantSource clock) {
        this.payouts = payouts;
        this.ledger = ledger;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param amount what to take, from the wallet as it is under its lock */
    @Transactional
    public Outcome request(String workerId, ToLongFunction<Available> amount) {
        var wallet = ledger.lockEarnings(workerId);
        if (wallet.isEmpty()) return new Outcome.NotEnough(0, "USD");
        var currency = wallet.get().currency();
        var asked = amount.applyAsLong(wallet.get());
        if (asked <= 0 || asked > wallet.get().amount())
            return new Outcome.NotEnough(wallet.get().amount(), currency);
        var payout = payouts.save(
                Payout.requested(ids.next(), workerId, asked, currency, SandboxRail.NAME, clock.instant()));
        move(payout, Cause.PAYOUT, LedgerAccount.earnings(workerId, currency), onRail(payout));
        publisher.requested(payout);
        return new Outcome.Requested(payout);
    }

    /** Claims payouts whose rail is to be asked now; asked again later if no answer is ever recorded. */
    @Transactional
    public List<Payout> claim() {
        var now = clock.instant();
        var due = payouts.findDue(now, BATCH);
        due.forEach(payout -> payouts.sending(payout.id(), now.plus(Payout.patience(payout.attempts() + 1))));
        return due;
    }

    /** Records a rail's final answer, once. The wallet's row is locked first: it is the key of the news. */
    @Transactional
    public void settle(Payout payout, PayoutRail.Answer answer) {
        ledger.lockEarnings(payout.workerId());
        switch (answer) {
            case PayoutRail.Answer.Paid arrived -> paid(payout);
            case PayoutRail.Answer.Refused refused -> failed(payout, refused.reason());
            case PayoutRail.Answer.Unknown unknown -> {} // the clock asks again
        }
    }

    private void paid(Payout payout) {
        var now = clock.instant();
        if (payouts.settle(payout.id(), Payout.State.PAID.name(), null, now) == 0) return;
        move(payout, Cause.PAYOUT_PAID, onRail(payout), LedgerAccount.paidOut(payout.rail(), payout.currency()));
        publisher.paid(payout, now);
    }

    private void failed(Payout payout, String reason) {
        var now = clock.instant();
        if (payouts.settle(payout.id(), Payout.State.FAILED.name(), reason, now) == 0) return;
        var wallet = LedgerAccount.earnings(payout.workerId(), payout.currency());
        move(payout, Cause.PAYOUT_FAILED, onRail(payout), wallet);
        publisher.failed(payout, reason, now);
    }

    private void move(Payout payout, Cause cause, LedgerAccount from, LedgerAccount to) {
        ledger.post(List.of(Transfer.of(cause, payout.id(), from, to, payout.amount())));
    }

    private static LedgerAccount onRail(Payout payout) {
        return LedgerAccount.rail(payout.rail(), payout.currency());
    }
}
