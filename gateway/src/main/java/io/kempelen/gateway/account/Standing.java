package io.kempelen.gateway.account;

import io.kempelen.gateway.account.domain.Account;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account as the front door sees it: may it enter, and with which keys (the secrets are in the clear here, in memory only). */
public record Standing(Account account, Map<String, String> secrets) {

    public boolean suspended() {
        return account.suspended();
    }

    public @Nullable String secretOf(String keyId) {
        return secrets.get(keyId);
    }

    @Override
    public String toString() {
        return "Standing[" + account.id() + ", keys=" + secrets.keySet() + "]";
    }
}
