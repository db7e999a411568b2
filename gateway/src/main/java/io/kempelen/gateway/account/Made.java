package io.kempelen.gateway.account;

/** What became of a wish for an account or a key. */
public sealed interface Made {

    /** It exists; {@code again} when an earlier request with the same Idempotency-Key made it. */
    record Key(OpenedKey key, boolean again) implements Made {}

    record IdTaken(String id) implements Made {}

    record NoSuchAccount() implements Made {}

    record TooManyKeys(int most) implements Made {}

    /** The Idempotency-Key came before, with another request. */
    record OtherRequest() implements Made {}
}
