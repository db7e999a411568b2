package io.kempelen.payout.withdrawal.rail.nacha;

/** What a batch or a file says of itself in its control record, and what it really holds. */
record Sums(long count, long hash, long debits, long credits) {

    static final Sums NONE = new Sums(0, 0, 0, 0);
    static final Sums ADDENDA = new Sums(1, 0, 0, 0);

    /** The second digit of a transaction code tells: up to 4 money goes in, from 5 it goes out. */
    static Sums ofEntry(int line, String text) {
        var amount = number(line, text, 29, 39);
        var out = number(line, text, 1, 3) % 10 >= 5;
        return new Sums(1, number(line, text, 3, 11), out ? amount : 0, out ? 0 : amount);
    }

    static Sums ofBatchControl(int line, String text) {
        return control(line, text, 4, 10);
    }

    static Sums ofFileControl(int line, String text) {
        return control(line, text, 13, 21);
    }

    Sums plus(Sums more) {
        return new Sums(
                count + more.count,
                (hash + more.hash) % NachaFile.HASHES,
                Math.addExact(debits, more.debits),
                Math.addExact(credits, more.credits));
    }

    void check(int line, Sums said) {
        check(line, "entries and addenda", said.count, count);
        check(line, "as entry hash", said.hash, hash);
        check(line, "cents of debits", said.debits, debits);
        check(line, "cents of credits", said.credits, credits);
    }

    static void check(int line, String what, long said, long found) {
        if (said != found)
            throw ReturnFile.damaged(line, "it says %d %s, but there are %d".formatted(said, what, found));
    }

    static long number(int line, String text, int from, int to) {
        var digits = text.substring(from, to);
        if (!digits.matches("[0-9]+"))
            throw ReturnFile.damaged(line, "columns %d to %d are no number".formatted(from + 1, to));
        return Long.parseLong(digits);
    }

    private static Sums control(int line, String text, int from, int to) {
        return new Sums(
                number(line, text, from, to),
                number(line, text, to, to + 10),
                number(line, text, to + 10, to + 22),
                number(line, text, to + 22, to + 34));
    }
}
