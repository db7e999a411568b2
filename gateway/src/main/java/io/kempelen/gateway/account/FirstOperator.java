package io.kempelen.gateway.account;

import io.kempelen.gateway.GatewayProperties;
import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.gateway.account.domain.NewAccount;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the first operator at the first start, since only an operator can open accounts. */
@Component
class FirstOperator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);

    private final AccountService accounts;
    private final GatewayProperties properties;

    FirstOperator(AccountService accounts, GatewayProperties properties) {
        this.accounts = accounts;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var keyId = given(properties.operatorAccessKey());
        var secret = given(properties.operatorSecret());
        var wish = new NewAccount(Kind.OPERATOR, null, "First operator", null, "USD", null, null);
        accounts.openFirstOperator(wish, keyId, secret).ifPresent(key -> tell(key, secret != null));
    }

    /** A secret that nobody gave has to be told once, or nobody could ever enter. */
    private static void tell(OpenedKey key, boolean wasGiven) {
        if (wasGiven)
            LOG.info(
                    "The first operator is {} with access key {}", key.account().id(), key.keyId());
        else
            LOG.warn(
                    "The first operator is {} with access key {} and secret {}; this is logged once, so keep it and rotate the key",
                    key.account().id(),
                    key.keyId(),
                    key.secret());
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
