package io.kempelen.payout.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A requester's balance, natively and as MTurk's GetAccountBalance: one truth, two spellings. */
@RestController
class BalanceController {

    private final Balances balances;

    BalanceController(Balances balances) {
        this.balances = balances;
    }

    record BalanceView(String currency, String available, String onHold) {}

    record MturkBalance(
            @JsonProperty("AvailableBalance") String available,
            @JsonProperty("OnHoldBalance") String onHold) {}

    @GetMapping("/v1/account/balance")
    BalanceView balance(Caller caller) {
        caller.require(Role.REQUESTER);
        var balance = find(caller);
        return new BalanceView(
                balance.currency(),
                Amounts.format(balance.available(), balance.currency()),
                Amounts.format(balance.onHold(), balance.currency()));
    }

    @PostMapping("/internal/mturk/GetAccountBalance")
    MturkBalance getAccountBalance(Caller caller) {
        caller.require(Role.REQUESTER);
        var balance = find(caller);
        return new MturkBalance(
                Amounts.format(balance.available(), balance.currency()),
                Amounts.format(balance.onHold(), balance.currency()));
    }

    private Balances.Balance find(Caller caller) {
        return balances.await(caller.accountId())
                .orElseThrow(() ->
                        Problem.notFound("ledger account", caller.accountId()).exception());
    }
}
