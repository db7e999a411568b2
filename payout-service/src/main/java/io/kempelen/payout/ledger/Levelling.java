package io.kempelen.payout.ledger;

import java.util.OptionalLong;

/** Whether requesters' available balances are kept at a fixed level: in the sandbox, never in production. */
public interface Levelling {

    /** The level in minor units, or nothing. */
    OptionalLong level(String currency);

    /** What may be spent after an operation has left {@code rest}. */
    default long after(long rest, String currency) {
        return level(currency).orElse(rest);
    }
}
