package io.kempelen.gateway.account.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** What a request with an Idempotency-Key made. */
@MappedEntity("made_once")
public record MadeOnce(@Id String key, String accountId, byte[] request, String accessKeyId, Instant madeAt) {}
