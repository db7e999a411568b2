package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.IBAN;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.spelling.Spelling;
import org.jspecify.annotations.Nullable;

/** Whom a bank shall pay. The name is in SEPA's characters, cut to SEPA's length. */
record Creditor(String name, String iban, @Nullable String bic) {

    static final int LONGEST_NAME = 70;

    private static final String EURO = "EUR";

    /** @throws ProblemException 422 that names the member */
    static Creditor of(Destination to, String currency) {
        return new Creditor(name(to), iban(to, currency), bic(to));
    }

    /** Bank details belong in no log. */
    @Override
    public String toString() {
        return "Creditor";
    }

    private static String name(Destination to) {
        var name = Spelling.sepa(to.need("name"), LONGEST_NAME);
        if (!name.matches(".*[A-Za-z].*"))
            throw refusal("name", "has no Latin letters. Write the name as your bank writes it.");
        return name;
    }

    private static String iban(Destination to, String currency) {
        var iban = Account.compact(to.need("iban"));
        if (!Account.isIban(iban)) throw refusal("iban", "is not an IBAN: " + why(iban) + ".");
        if (EURO.equals(currency) && !Account.isInSepa(iban))
            throw refusal("iban", "is in %s, but euros go to SEPA countries only.".formatted(iban.substring(0, 2)));
        return iban;
    }

    private static @Nullable String bic(Destination to) {
        var given = to.find("bic");
        if (given == null || given.isBlank()) return null;
        var bic = Account.compact(given);
        if (!Account.isBic(bic)) throw refusal("bic", "is not a BIC of 8 or 11 characters. It may be left out.");
        return bic;
    }

    /** The library's own sentences hold state that all threads share, so only its verdict is used. */
    private static String why(String iban) {
        return switch (IBAN.validate(iban)) {
            case INVALID_CHECK_DIGITS -> "its check digits do not fit, so a character is wrong";
            case BBAN_INVALID_LENGTH, BBAN_MAX_LENGTH, MISSING_BBAN -> "its length is not its country's";
            case MISSING_BBAN_CONFIGURATION, INVALID_COUNTRY_CODE -> "its country has none";
            case BBAN_INVALID_UPPER_CASE_LETTERS, BBAN_INVALID_DIGITS_OR_LETTERS, BBAN_INVALID_DIGITS ->
                "a letter or digit stands where its country has the other";
            default -> "it needs a country, two digits and up to 30 letters or digits";
        };
    }

    private static ProblemException refusal(String member, String what) {
        return Problem.invalid("destination." + member, "destination." + member + " " + what)
                .exception();
    }
}
