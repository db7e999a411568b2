package io.kempelen.payout.withdrawal.rail.nacha;

import io.kempelen.payout.withdrawal.rail.spelling.Spelling;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator's bank agreed with the operator. Without it there is no such rail.
 *
 * @param immediateDestination routing number of whom the file is sent to
 * @param immediateOrigin 10 characters that the bank assigned; 9 digits get a blank in front
 * @param companyId 10 characters that the bank assigned, often {@code 1} and the tax number
 * @param odfi routing number of the operator's bank
 */
@ConfigurationProperties("kempelen.payouts.nacha")
@ConditionalOnProperty("kempelen.payouts.nacha.odfi")
record NachaProperties(
        String immediateDestination,
        String destinationName,
        String immediateOrigin,
        String originName,
        String companyName,
        String companyId,
        String odfi) {

    NachaProperties {
        immediateDestination = routing("immediate-destination", immediateDestination);
        destinationName = name("destination-name", destinationName, 23);
        immediateOrigin = code("immediate-origin", immediateOrigin);
        originName = name("origin-name", originName, 23);
        companyName = name("company-name", companyName, 16);
        companyId = code("company-id", companyId);
        odfi = routing("odfi", odfi);
    }

    /** The first 8 of 9 digits: how entries name the operator's bank. */
    String odfiId() {
        return odfi.substring(0, 8);
    }

    private static String routing(String key, @Nullable String value) {
        var number = need(key, value);
        if (!RoutingNumber.isValid(number)) throw new IllegalArgumentException(path(key) + " is not a routing number");
        return number;
    }

    private static String name(String key, @Nullable String value, int longest) {
        var name = Spelling.ach(need(key, value), longest);
        if (name.isEmpty()) throw new IllegalArgumentException(path(key) + " has no Latin letters");
        return name;
    }

    private static String code(String key, @Nullable String value) {
        var code = need(key, value);
        if (!code.matches("[A-Z0-9]{9,10}"))
            throw new IllegalArgumentException(path(key) + " is not 9 or 10 capital letters or digits");
        return code;
    }

    private static String need(String key, @Nullable String value) {
        if (value == null || value.isBlank()) throw new IllegalArgumentException(path(key) + " is missing");
        return value.strip();
    }

    private static String path(String key) {
        return "kempelen.payouts.nacha." + key;
    }
}
