package io.kempelen.gateway.front;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.gateway.account.domain.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
        String id,
        String kind,
        String name,
        @Nullable String email,
        String currency,
        @Nullable String locale,
        String status,
        Instant openedAt,
        @Nullable Instant suspendedAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.kind().role(),
                account.name(),
                account.email(),
                account.currency(),
                locale(account),
                account.suspended() ? "SUSPENDED" : "ACTIVE",
                account.openedAt(),
                account.suspendedAt());
    }

    private static @Nullable String locale(Account account) {
        return account.subdivision() == null ? account.country() : account.country() + "-" + account.subdivision();
    }
}
