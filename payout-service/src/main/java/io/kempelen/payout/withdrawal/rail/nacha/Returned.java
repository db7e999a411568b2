package io.kempelen.payout.withdrawal.rail.nacha;

/**
 * An entry that came back, or whose details a bank corrects, with the addenda that say why.
 *
 * @param line of the addenda
 * @param code {@code R03}, or {@code C03} of a correction
 * @param trace of our entry
 */
record Returned(int line, String entry, String code, String trace) {

    static Returned of(int line, String entry, String addenda) {
        var correction = addenda.startsWith("98", 1);
        var code = addenda.substring(3, 6);
        if (!code.matches(correction ? "C[0-9]{2}" : "R[0-9]{2}"))
            throw ReturnFile.damaged(line, "the reason code (columns 4-6) is \"" + code + "\"");
        var trace = addenda.substring(6, 21);
        if (!trace.matches("[0-9]{15}"))
            throw ReturnFile.damaged(line, "the original trace number (columns 7-21) is \"" + trace + "\"");
        return new Returned(line, entry, code, trace);
    }

    boolean isCorrection() {
        return code.startsWith("C");
    }

    /** 21 and 31 are what 22 and 32 become on their way back. */
    boolean isCredit() {
        return entry.startsWith("21", 1) || entry.startsWith("31", 1);
    }

    /** A bank sends the individual id back as it got it. */
    boolean hasPayoutId() {
        return idTail().matches("[0-9A-Z]{15}");
    }

    /** The end of the payout's id. */
    String idTail() {
        return entry.substring(39, 54).strip();
    }

    /** In cents; the sums were checked before, so these are digits. */
    long amount() {
        return Long.parseLong(entry.substring(29, 39));
    }

    long sequence() {
        return Long.parseLong(trace.substring(8));
    }

    /** Bank details belong in no log. */
    @Override
    public String toString() {
        return "Returned[line=%d, code=%s, trace=%s]".formatted(line, code, trace);
    }
}
