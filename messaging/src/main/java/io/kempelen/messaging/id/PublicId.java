package io.kempelen.messaging.id;

import java.math.BigInteger;
import java.util.Locale;
import java.util.UUID;

/** The reversible spelling of a UUID as MTurk spells ids: {@code 3} and 29 base-36 digits, in the UUID's order. */
public final class PublicId {

    private static final int DIGITS = 29;
    private static final int RADIX = 36;

    private PublicId() {}

    public static String spell(UUID id) {
        var digits = new BigInteger(1, bytes(id)).toString(RADIX).toUpperCase(Locale.ROOT);
        return "3" + "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** @throws IllegalArgumentException if the text is no spelling of a UUID */
    public static UUID parse(String spelled) {
        if (!spelled.matches("3[0-9A-Z]{29}")) throw new IllegalArgumentException("Not an id: " + spelled);
        var number = new BigInteger(spelled.substring(1), RADIX);
        if (number.bitLength() > Long.SIZE * 2) throw new IllegalArgumentException("Not an id: " + spelled);
        return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }

    private static byte[] bytes(UUID id) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
