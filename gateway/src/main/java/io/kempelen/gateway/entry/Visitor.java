package io.kempelen.gateway.entry;

import io.kempelen.gateway.account.domain.Kind;

/** Somebody who has been let in. */
public record Visitor(String accountId, Kind kind) {}
