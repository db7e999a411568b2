package io.kempelen.payout.ledger.domain;

import org.jspecify.annotations.Nullable;

/** Money from one account (debit) to another (credit): never changed, undone only by another transfer. */
public record Transfer(
        Cause cause,
        String causeId,
        LedgerAccount debit,
        LedgerAccount credit,
        long amount,
        @Nullable String fundsId) {

    public Transfer {
        if (amount <= 0) throw new IllegalArgumentException("A transfer moves something, not " + amount);
        if (!debit.currency().equals(credit.currency()))
            throw new IllegalArgumentException("Both sides of a transfer have one currency: " + debit + ", " + credit);
    }

    public static Transfer of(Cause cause, String causeId, LedgerAccount debit, LedgerAccount credit, long amount) {
        return new Transfer(cause, causeId, debit, credit, amount, null);
    }

    public String currency() {
        return debit.currency();
    }

    /** What this changes an account by. */
    public long change(LedgerAccount account) {
        return (account.equals(credit) ? amount : 0) - (account.equals(debit) ? amount : 0);
    }
}
