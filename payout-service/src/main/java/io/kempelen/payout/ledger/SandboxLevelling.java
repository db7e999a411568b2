package io.kempelen.payout.ledger;

import java.util.Currency;
import java.util.OptionalLong;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Every balance reads 10000.00, as in MTurk's sandbox; the difference is a real transfer, so that the ledger stays true. */
@Component
@Profile("sandbox")
class SandboxLevelling implements Levelling {

    private static final long MAJOR_UNITS = 10_000;

    @Override
    public OptionalLong level(String currency) {
        var level = MAJOR_UNITS;
        for (int digit = Currency.getInstance(currency).getDefaultFractionDigits(); digit > 0; digit--) level *= 10;
        return OptionalLong.of(level);
    }
}
