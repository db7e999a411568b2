package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.audit.Amount;
import io.kempelen.acceptance.audit.Move;
import org.jspecify.annotations.Nullable;

/** A row of payout-service's table of transfers. */
record Transfer(
        String id,
        String causeId,
        String debit,
        String credit,
        Amount amount,
        @Nullable String fundsId) {

    private static final String ESCROW = "escrow:";

    /** The same as its event tells: a release names the hold and no place, everything else names what it was for. */
    Move move() {
        boolean release = debit.startsWith(ESCROW) && credit.startsWith("available:");
        int slash = causeId.indexOf('/');
        var cause = slash < 0 ? causeId : causeId.substring(0, slash);
        return Move.of(debit, credit, amount, release && fundsId != null ? fundsId : cause);
    }

    /** Whose hold it touches. */
    String holder() {
        var side = intoHold() ? credit : debit;
        return side.startsWith(ESCROW) ? side.substring(ESCROW.length()) : side;
    }

    boolean intoHold() {
        return credit.startsWith(ESCROW);
    }
}
