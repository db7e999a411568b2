package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.BIC;
import com.prowidesoftware.swift.model.BicValidationResult;
import com.prowidesoftware.swift.model.IBAN;
import com.prowidesoftware.swift.model.IbanValidationResult;
import java.util.Locale;
import java.util.Set;

/** What is an account's number. */
final class Account {

    /** Where SEPA reaches, by the country code of the IBAN (EPC409-09). */
    private static final Set<String> SEPA = Set.of(
            "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HR",
            "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO",
            "RS", "SE", "SI", "SK", "SM", "VA");

    private Account() {}

    /** Without the spaces that people write for reading. */
    static String compact(String spelled) {
        return spelled.replaceAll("[\\s\\p{Z}]+", "").toUpperCase(Locale.ROOT);
    }

    /** The library knows each country's length and structure, but forgives signs between the characters: we do not. */
    static boolean isIban(String compact) {
        return compact.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}") && IBAN.validate(compact) == IbanValidationResult.OK;
    }

    static boolean isBic(String compact) {
        return compact.matches("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")
                && new BIC(compact).validate() == BicValidationResult.OK;
    }

    static boolean isInSepa(String iban) {
        return SEPA.contains(iban.substring(0, 2));
    }
}
