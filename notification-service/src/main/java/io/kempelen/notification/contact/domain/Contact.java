package io.kempelen.notification.contact.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** Where an account wants to be written to. */
@MappedEntity
public record Contact(@Id String accountId, String email, Instant changedAt) {}
