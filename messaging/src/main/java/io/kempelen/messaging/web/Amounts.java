package io.kempelen.messaging.web;

import java.math.BigDecimal;
import java.util.Currency;

/** Money as text, exact to the currency's digits: {@code "0.05"} USD is 5, {@code "7"} JPY is 7, {@code "0.005"} BHD is 5. */
public final class Amounts {

    /** Digits that can still be multiplied by a rate in basis points and by many places without leaving a long. */
    private static final int LONGEST = 12;

    private Amounts() {}

    public static String format(long minorUnits, String currency) {
        return BigDecimal.valueOf(minorUnits, digits(currency)).toPlainString();
    }

    /** @throws ProblemException 422 that names the field unless the amount is a number, not negative, with no more digits than the currency has */
    public static long parse(String field, String amount, String currency) {
        try {
            var parsed = new BigDecimal(amount.strip());
            if (parsed.signum() < 0)
                throw Problem.invalid(field, field + " is " + amount + ", but cannot be negative.")
                        .exception();
            if (parsed.precision() > LONGEST) throw new NumberFormatException("too long");
            return parsed.setScale(digits(currency)).unscaledValue().longValueExact();
        } catch (NumberFormatException | ArithmeticException wrong) {
            throw Problem.invalid(
                            field,
                            field + " is \"" + amount + "\", but must be an amount of " + currency + " like "
                                    + format(5, currency) + ", with at most " + digits(currency) + " decimals.")
                    .exception();
        }
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
