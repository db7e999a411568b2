package io.kempelen.payout.account;

import io.kempelen.events.AccountOpened;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import java.util.List;
import java.util.stream.Stream;

/** Which ledger accounts the gateway's accounts need. */
public final class AccountStreams {

    private AccountStreams() {}

    public static List<LedgerAccount> opened(List<Received> events) {
        return events.stream()
                .flatMap(received ->
                        received.event() instanceof AccountOpened opened ? accounts(opened) : Stream.empty())
                .toList();
    }

    private static Stream<LedgerAccount> accounts(AccountOpened opened) {
        var id = opened.getAccountId();
        var currency = opened.getCurrency();
        return switch (opened.getKind()) {
            case REQUESTER -> Stream.of(LedgerAccount.available(id, currency), LedgerAccount.escrow(id, currency));
            case WORKER -> Stream.of(LedgerAccount.earnings(id, currency));
            case OPERATOR, OTHER -> Stream.empty();
        };
    }
}
