package io.kempelen.payout.ledger.domain;

/** What somebody may spend or take out, read under the row's lock. */
public record Available(String owner, long amount, String currency) {

    public Available {
        if (amount < 0) throw new IllegalArgumentException("Never below zero: " + owner);
    }
}
