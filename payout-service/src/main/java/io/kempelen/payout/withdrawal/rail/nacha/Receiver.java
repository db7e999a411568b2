package io.kempelen.payout.withdrawal.rail.nacha;

import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.spelling.Spelling;
import java.util.Locale;

/** Whom a bank shall pay. */
record Receiver(String name, String routingNumber, String accountNumber, Type type) {

    private static final int LONGEST_NAME = 22;

    /** An account's kind, and the code of a credit to it. */
    enum Type {
        CHECKING("22"),
        SAVINGS("32");

        private final String credit;

        Type(String credit) {
            this.credit = credit;
        }

        String credit() {
            return credit;
        }
    }

    /** @throws ProblemException 422 that names the member */
    static Receiver of(Destination to) {
        return new Receiver(name(to), routing(to), account(to), type(to));
    }

    /** Bank details belong in no log. */
    @Override
    public String toString() {
        return "Receiver";
    }

    private static String name(Destination to) {
        var name = Spelling.ach(to.need("name"), LONGEST_NAME);
        if (!name.matches(".*[A-Z].*"))
            throw refusal("name", "has no Latin letters. Write the name as your bank writes it.");
        return name;
    }

    private static String routing(Destination to) {
        var number = to.need("routingNumber");
        if (!RoutingNumber.isValid(number))
            throw refusal(
                    "routingNumber", "is not a routing number: it needs 9 digits, the last of which checks them.");
        return number;
    }

    private static String account(Destination to) {
        var number = to.need("accountNumber").toUpperCase(Locale.ROOT);
        if (!number.matches("[A-Z0-9][A-Z0-9-]{0,16}"))
            throw refusal("accountNumber", "must be 1 to 17 letters, digits and hyphens.");
        return number;
    }

    private static Type type(Destination to) {
        return switch (to.need("accountType")) {
            case "checking" -> Type.CHECKING;
            case "savings" -> Type.SAVINGS;
            default -> throw refusal("accountType", "must be checking or savings.");
        };
    }

    private static ProblemException refusal(String member, String what) {
        return Problem.invalid("destination." + member, "destination." + member + " " + what)
                .exception();
    }
}
