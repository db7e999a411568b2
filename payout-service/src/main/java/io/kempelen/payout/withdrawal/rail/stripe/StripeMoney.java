package io.kempelen.payout.withdrawal.rail.stripe;

import java.util.Currency;
import java.util.Set;

/** Amounts as Stripe counts them: mostly ISO's minor units, but <a href="https://docs.stripe.com/currencies">not always</a>. */
final class StripeMoney {

    private static final Set<String> WHOLE = Set.of(
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
            "XPF");
    private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private StripeMoney() {}

    static boolean knows(String currency) {
        try {
            return switch (Currency.getInstance(currency).getDefaultFractionDigits()) {
                case 0 -> WHOLE.contains(currency);
                case 2 -> true;
                case 3 -> THOUSANDTHS.contains(currency);
                default -> false;
            };
        } catch (IllegalArgumentException notACurrency) {
            return false;
        }
    }

    /** The smallest amount that is paid out, in ISO's minor units; all others are multiples of it. */
    static long step(String currency) {
        return switch (currency) {
            case "HUF", "TWD", "MGA" -> 100; // whole ones only, though ISO divides them
            case "BHD", "JOD", "KWD", "OMR", "TND" -> 10;
            default -> 1;
        };
    }

    /** @param minorUnits ISO's, a multiple of {@link #step} */
    static long count(long minorUnits, String currency) {
        return switch (currency) {
            case "ISK", "UGX" -> Math.multiplyExact(minorUnits, 100L); // undivided by ISO, in hundredths at Stripe
            case "MGA" -> minorUnits / 100; // the other way round
            default -> minorUnits;
        };
    }
}
