package io.kempelen.gateway.account.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An access key at rest: the secret is sealed and only the gateway can open it. */
@MappedEntity("access_key")
public record AccessKey(
        @Id String id,
        String accountId,
        byte[] secret,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public boolean active() {
        return revokedAt == null;
    }
}
