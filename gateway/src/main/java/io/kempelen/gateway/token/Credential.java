package io.kempelen.gateway.token;

import io.kempelen.gateway.account.domain.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a valid access token says: whose it is, which access key got it, and the kind its issuer vouches for. */
public record Credential(
        String accountId, @Nullable String keyId, @Nullable Kind kind, Instant expiresAt) {}
