package io.kempelen.payout.deposit;

import io.kempelen.messaging.id.Ids;
import io.kempelen.payout.deposit.domain.Deposit;
import io.kempelen.payout.deposit.domain.Deposit.Outcome;
import io.kempelen.payout.ledger.Ledger;
import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.Transfer;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts deposits, each reference once. */
@Service
class DepositService {

    private final Deposits deposits;
    private final Ledger ledger;
    private final DepositPublisher publisher;
    private final Ids ids;
    private final InstantSource clock;

    DepositService(Deposits deposits, Ledger ledger, DepositPublisher publisher, Ids ids, InstantSource clock) {
        this.deposits = deposits;
        this.ledger = ledger;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Outcome post(String requesterId, long amount, String reference) {
        deposits.lockReference(reference);
        var before = deposits.findByReference(reference);
        if (before.isPresent()) return before.get().repeatedBy(requesterId, amount);
        var wallet = ledger.lockAvailable(List.of(requesterId)).get(requesterId);
        if (wallet == null) return new Outcome.NoSuchRequester();
        var currency = wallet.currency();
        var deposit = deposits.save(new Deposit(ids.next(), reference, requesterId, amount, currency, clock.instant()));
        publisher.received(deposit);
        var from = LedgerAccount.deposits(currency);
        var to = LedgerAccount.available(requesterId, currency);
        ledger.post(List.of(Transfer.of(Cause.DEPOSIT, deposit.id(), from, to, amount)));
        return new Outcome.Received(deposit);
    }
}
