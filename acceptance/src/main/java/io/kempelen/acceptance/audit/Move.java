package io.kempelen.acceptance.audit;

/**
 * Money that went from one account to another, as an event or a transfer says.
 *
 * @param reference what it was for: the ask, the hold, the assignment, the bonus, the deposit or the payout
 */
public record Move(String from, String to, Amount amount, String reference) {

    /** A negative amount goes the other way: a ledger moves only something. */
    public static Move of(String from, String to, Amount amount, String reference) {
        if (amount.minor() >= 0) return new Move(from, to, amount, reference);
        var back = new Amount(Math.negateExact(amount.minor()), amount.currency());
        return new Move(to, from, back, reference);
    }
}
