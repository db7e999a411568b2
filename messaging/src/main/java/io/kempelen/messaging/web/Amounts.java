package io.kempelen.messaging.web;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/** Money as text, exact to the currency's digits: {@code "0.05"} USD is 5, {@code "7"} JPY is 7, {@code "0.005"} BHD is 5. */
public final class Amounts {

    /** In minor units: can still be multiplied by a rate in basis points, or by a hundred thousand places, within a long. */
    public static final long MOST = 999_999_999_999L;

    /** Looked at before anything is calculated: "1e999999999" is a short text and an endless number. */
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{0,4})?");

    private static final Pattern VAST = Pattern.compile("[0-9]{13,}(\\.[0-9]*)?");
    private static final int LONGEST_QUOTE = 40;

    private Amounts() {}

    public static String format(long minorUnits, String currency) {
        return BigDecimal.valueOf(minorUnits, digits(currency)).toPlainString();
    }

    /**
     * @throws ProblemException 422 that names the field unless the amount is a plain number, not negative, with no more digits
     *     than the currency has, and at most {@link #MOST}
     */
    public static long parse(String field, String amount, String currency) {
        var said = amount.strip();
        if (VAST.matcher(said).matches()) throw tooMuch(field, currency);
        if (!AMOUNT.matcher(said).matches()) throw noAmount(field, said, currency);
        var parsed = new BigDecimal(said);
        if (parsed.signum() < 0)
            throw Problem.invalid(field, field + " is " + said + ", but cannot be negative.")
                    .exception();
        var minorUnits = parsed.movePointRight(digits(currency)).stripTrailingZeros();
        if (minorUnits.scale() > 0) throw noAmount(field, said, currency);
        if (minorUnits.compareTo(BigDecimal.valueOf(MOST)) > 0) throw tooMuch(field, currency);
        return minorUnits.longValueExact();
    }

    private static ProblemException tooMuch(String field, String currency) {
        return Problem.invalid(field, field + " may be at most " + format(MOST, currency) + " " + currency + ".")
                .exception();
    }

    private static ProblemException noAmount(String field, String said, String currency) {
        var quote = said.length() > LONGEST_QUOTE ? said.substring(0, LONGEST_QUOTE) + "…" : said;
        return Problem.invalid(
                        field,
                        field + " is \"" + quote + "\", but must be an amount of " + currency + " like "
                                + format(5, currency) + ", with at most " + digits(currency) + " decimals.")
                .exception();
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
