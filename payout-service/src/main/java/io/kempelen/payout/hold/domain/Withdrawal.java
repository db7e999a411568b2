package io.kempelen.payout.hold.domain;

/** The asker gave up: what was held for the question goes back, what was not is never held. */
public record Withdrawal(String askId, String fundsId, String requesterId) {}
