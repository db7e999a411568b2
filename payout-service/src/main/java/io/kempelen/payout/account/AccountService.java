package io.kempelen.payout.account;

import io.kempelen.payout.ledger.Ledger;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens ledger accounts. An earlier event may have opened them already; then only the currency must be the same. */
@Service
public class AccountService {

    private final Ledger ledger;
    private final Balances balances;

    AccountService(Ledger ledger, Balances balances) {
        this.ledger = ledger;
        this.balances = balances;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void open(List<LedgerAccount> accounts) {
        if (accounts.isEmpty()) return;
        ledger.open(accounts);
        balances.inOtherCurrency(accounts).ifPresent(account -> {
            throw new IllegalStateException("An account has one currency, and " + account + " has another already");
        });
    }
}
