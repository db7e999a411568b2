package io.kempelen.gateway.account;

import io.kempelen.events.AccountKind;
import io.kempelen.events.AccountOpened;
import io.kempelen.events.AccountReinstated;
import io.kempelen.events.AccountSuspended;
import io.kempelen.gateway.account.domain.Account;
import io.kempelen.messaging.outbox.Outbox;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the platform about accounts, without name or address. */
@Component
class AccountPublisher {

    private final Outbox outbox;

    AccountPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    UUID opened(Account account) {
        return outbox.append(
                account.id(),
                AccountOpened.newBuilder()
                        .setAccountId(account.id())
                        .setKind(AccountKind.valueOf(account.kind().name()))
                        .setCurrency(account.currency())
                        .setCountry(account.country())
                        .setSubdivision(account.subdivision())
                        .setOpenedAt(account.openedAt())
                        .build());
    }

    void suspended(Account account, Instant at) {
        outbox.append(account.id(), new AccountSuspended(account.id(), at));
    }

    void reinstated(Account account, Instant at) {
        outbox.append(account.id(), new AccountReinstated(account.id(), at));
    }
}
