package io.kempelen.gateway.account;

import io.kempelen.gateway.account.domain.Account;
import java.time.Instant;

/** A new access key with its secret in the clear: shown once, to the one who asked for it. */
public record OpenedKey(Account account, String keyId, String secret, Instant createdAt) {}
