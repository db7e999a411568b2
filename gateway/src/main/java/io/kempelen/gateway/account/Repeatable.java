package io.kempelen.gateway.account;

/** Who asks with which Idempotency-Key, and a hash of what is asked. */
public record Repeatable(String accountId, String key, byte[] request) {}
