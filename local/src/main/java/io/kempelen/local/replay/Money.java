package io.kempelen.local.replay;

import java.math.BigDecimal;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where the money of one replay went.
 *
 * @param in what flowed into the requester's account: deposits, and in the sandbox play money
 * @param paid what the workers have earned
 * @param fees the platform's
 * @param balance what the requester has left, holds included
 */
record Money(BigDecimal in, BigDecimal paid, BigDecimal fees, BigDecimal balance) {

    /** A cent too much or too little is a fault. */
    boolean adds() {
        return in.compareTo(paid.add(fees).add(balance)) == 0;
    }

    static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal of(JsonNode text) {
        return new BigDecimal(text.asString("0"));
    }

    /** Available and held together. */
    static BigDecimal balance(JsonNode balance) {
        return of(balance.path("available")).add(of(balance.path("onHold")));
    }

    @Override
    public String toString() {
        return in.toPlainString() + " in = " + paid.toPlainString() + " paid + " + fees.toPlainString() + " fees + "
                + balance.toPlainString() + " balance";
    }
}
