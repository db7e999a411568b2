package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import java.util.Currency;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A bank's amount as payouts count it, exactly: one that has to be rounded is not ours. */
final class MinorUnits {

    private static final int LONGEST = 18;

    private MinorUnits() {}

    /** @throws io.kempelen.messaging.web.ProblemException 422 that names the place if it is no amount of its currency */
    static OptionalLong of(@Nullable ActiveOrHistoricCurrencyAndAmount amount, String name, String place) {
        if (amount == null) return OptionalLong.empty();
        try {
            return OptionalLong.of(count(amount));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw BankXml.damaged(name, place + " is not an amount of its currency.");
        }
    }

    private static long count(ActiveOrHistoricCurrencyAndAmount amount) {
        if (amount.getCcy() == null || amount.getValue() == null) throw new IllegalArgumentException("Half an amount");
        var digits = Currency.getInstance(amount.getCcy()).getDefaultFractionDigits();
        var value = amount.getValue().stripTrailingZeros();
        var isOutside = value.signum() < 0 || digits < 0 || value.precision() - (long) value.scale() + digits > LONGEST;
        if (isOutside || value.scale() > digits) throw new ArithmeticException("Not representable");
        return value.movePointRight(digits).longValueExact();
    }
}
