package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.IBAN;
import io.kempelen.payout.withdrawal.rail.spelling.Spelling;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The operator's own account, which payouts leave from. Without it there is no such rail. */
@ConfigurationProperties("kempelen.payouts.iso20022")
@ConditionalOnProperty("kempelen.payouts.iso20022.iban")
record Iso20022Properties(String name, String iban, String bic) {

    Iso20022Properties {
        name = Spelling.sepa(need("name", name), Creditor.LONGEST_NAME);
        iban = Account.compact(need("iban", iban));
        bic = Account.compact(need("bic", bic));
        if (name.isEmpty()) throw new IllegalArgumentException("kempelen.payouts.iso20022.name has no Latin letters");
        if (!Account.isIban(iban))
            throw new IllegalArgumentException("kempelen.payouts.iso20022.iban is not an IBAN: "
                    + IBAN.validate(iban).name());
        if (!Account.isBic(bic)) throw new IllegalArgumentException("kempelen.payouts.iso20022.bic is not a BIC");
    }

    private static String need(String key, @Nullable String value) {
        if (value == null || value.isBlank())
            throw new IllegalArgumentException("kempelen.payouts.iso20022." + key + " is missing");
        return value;
    }
}
