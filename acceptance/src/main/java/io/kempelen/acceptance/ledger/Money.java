package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.audit.Amount;
import java.math.BigDecimal;
import java.util.Currency;

/** Minor units as people write them. */
final class Money {

    private Money() {}

    static String words(Amount amount) {
        return words(amount.minor(), amount.currency()) + " " + amount.currency();
    }

    static String words(long minor, String currency) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 0;
        }
    }
}
