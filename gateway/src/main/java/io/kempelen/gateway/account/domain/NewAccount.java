package io.kempelen.gateway.account.domain;

import org.jspecify.annotations.Nullable;

/** An account an operator wants opened, already checked. */
public record NewAccount(
        Kind kind,
        @Nullable String id,
        String name,
        @Nullable String email,
        String currency,
        @Nullable String country,
        @Nullable String subdivision) {}
