package io.kempelen.payout.hold;

import io.kempelen.payout.fees.domain.FeeSchedule;
import io.kempelen.payout.hold.domain.Ask;
import io.kempelen.payout.hold.domain.Hold;
import io.kempelen.payout.hold.domain.PastAsk;
import io.kempelen.payout.hold.domain.Settlement;
import io.kempelen.payout.ledger.Levelling;
import io.kempelen.payout.ledger.domain.Available;
import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.Transfer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What one transaction has locked and decided so far. It lives as long as the locks do and belongs to one thread. */
final class Batch {

    final Map<String, Available> available;
    final Map<String, Hold> holds;
    final Set<String> granted = new HashSet<>();
    final List<Transfer> transfers = new ArrayList<>();
    final List<Ask.Answer> answers = new ArrayList<>();
    final List<PastAsk> withdrawn = new ArrayList<>();
    final List<Settlement> settled = new ArrayList<>();

    Batch(Map<String, Available> available, Map<String, Hold> holds) {
        this.available = available;
        this.holds = holds;
    }

    Hold hold(String fundsId) {
        return Objects.requireNonNull(holds.get(fundsId), fundsId);
    }

    Ask.Answer decide(Ask ask, FeeSchedule fees, Levelling levelling) {
        var wallet = Objects.requireNonNull(available.get(ask.requesterId()), ask.requesterId());
        var answer = ask.decide(fees, wallet.amount(), wallet.currency());
        if (answer instanceof Ask.Answer.Held held) {
            grant(ask, held.total());
            var rest = levelling.after(wallet.amount() - held.total(), wallet.currency());
            available.put(ask.requesterId(), new Available(ask.requesterId(), rest, wallet.currency()));
        }
        answers.add(answer);
        return answer;
    }

    private void grant(Ask ask, long total) {
        holds.put(ask.fundsId(), hold(ask.fundsId()).granted(ask, total));
        granted.add(ask.fundsId());
        move(
                Cause.HOLD,
                ask.askId(),
                LedgerAccount.available(ask.requesterId(), ask.currency()),
                LedgerAccount.escrow(ask.requesterId(), ask.currency()),
                total,
                ask.fundsId());
    }

    void withdraw(PastAsk held) {
        var currency = Objects.requireNonNull(held.currency(), held.askId());
        holds.put(held.fundsId(), hold(held.fundsId()).less(held.amount()));
        withdrawn.add(held);
        move(
                Cause.WITHDRAWAL,
                held.askId(),
                LedgerAccount.escrow(held.requesterId(), currency),
                LedgerAccount.available(held.requesterId(), currency),
                held.amount(),
                held.fundsId());
    }

    void settle(Settlement settlement) {
        var hold = hold(settlement.fundsId())
                .check(settlement.requesterId(), settlement.price().currency());
        holds.put(settlement.fundsId(), hold.less(settlement.amount()));
        transfers.addAll(settlement.transfers());
        settled.add(settlement);
    }

    private void move(Cause cause, String id, LedgerAccount from, LedgerAccount to, long amount, String fundsId) {
        if (amount > 0) transfers.add(new Transfer(cause, id, from, to, amount, fundsId));
    }
}
