package io.kempelen.payout.hold;

import io.kempelen.payout.hold.domain.Ask;
import io.kempelen.payout.hold.domain.Facts;
import io.kempelen.payout.ledger.Ledger;
import io.kempelen.payout.ledger.domain.Available;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies a batch of facts to holds with a handful of statements. Locks in one order: available balances, holds, then, by
 * the ledger's trigger, earnings and escrow.
 */
@Service
public class HoldService {

    private final Ledger ledger;
    private final Holds holds;
    private final Asking asking;
    private final Settling settling;
    private final HoldPublisher publisher;
    private final InstantSource clock;

    HoldService(
            Ledger ledger,
            Holds holds,
            Asking asking,
            Settling settling,
            HoldPublisher publisher,
            InstantSource clock) {
        this.ledger = ledger;
        this.holds = holds;
        this.asking = asking;
        this.settling = settling;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(Facts facts) {
        if (facts.isEmpty()) return;
        var now = clock.instant();
        var batch = new Batch(spendable(facts), holds.lock(facts));
        asking.answer(facts.asks(), facts.withdrawals(), batch, now);
        settling.settle(facts.settlements(), batch, now);
        holds.granted(batch.granted.stream().map(batch::hold).toList());
        ledger.post(batch.transfers);
        publisher.publish(batch, now);
    }

    /** An account that asks before the gateway's news of it came is opened by its question. */
    private Map<String, Available> spendable(Facts facts) {
        var known = ledger.lockAvailable(facts.spenders());
        var unknown = facts.asks().stream()
                .filter(ask -> !known.containsKey(ask.requesterId()))
                .flatMap(HoldService::accounts)
                .toList();
        if (unknown.isEmpty()) return known;
        ledger.open(unknown);
        return ledger.lockAvailable(facts.spenders());
    }

    private static Stream<LedgerAccount> accounts(Ask ask) {
        return Stream.of(
                LedgerAccount.available(ask.requesterId(), ask.currency()),
                LedgerAccount.escrow(ask.requesterId(), ask.currency()));
    }
}
