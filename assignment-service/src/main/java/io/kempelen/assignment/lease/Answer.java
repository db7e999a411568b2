package io.kempelen.assignment.lease;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A worker's answer as a canonical JSON object: field name to array of strings, in the order given. */
record Answer(String json) {

    static final int MOST_BYTES = 256 * 1024;

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    boolean isTooLarge() {
        return json.length() > MOST_BYTES || bytes().length > MOST_BYTES;
    }

    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
