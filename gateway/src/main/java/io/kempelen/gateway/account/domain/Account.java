package io.kempelen.gateway.account.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody the platform knows. Decisions return what happened and change nothing. */
@MappedEntity("account")
public record Account(
        @Id String id,
        Kind kind,
        String name,
        @Nullable String email,
        String currency,
        @Nullable String country,
        @Nullable String subdivision,
        Instant openedAt,
        @Nullable Instant suspendedAt,
        Instant changedAt,
        @Version @Nullable Long version) {

    /** News is published; the rest is only an answer to the operator. */
    public sealed interface Outcome {
        record Changed(Account account) implements Outcome {}

        record AsBefore(Account account) implements Outcome {}

        record Refused(String why) implements Outcome {}
    }

    public boolean suspended() {
        return suspendedAt != null;
    }

    /** Nobody suspends himself: the last operator could not be reinstated. */
    public Outcome suspend(String by, Instant now) {
        if (by.equals(id))
            return new Outcome.Refused("An operator cannot suspend their own account: ask another operator.");
        return suspended() ? new Outcome.AsBefore(this) : new Outcome.Changed(at(now, now));
    }

    public Outcome reinstate(Instant now) {
        return suspended() ? new Outcome.Changed(at(null, now)) : new Outcome.AsBefore(this);
    }

    private Account at(@Nullable Instant suspension, Instant now) {
        return new Account(id, kind, name, email, currency, country, subdivision, openedAt, suspension, now, version);
    }
}
