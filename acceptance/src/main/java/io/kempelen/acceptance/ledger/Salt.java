package io.kempelen.acceptance.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Hashes that nobody can foresee: each run draws its own secret, so that no ids can be made to cancel each other out. */
final class Salt {

    private static final int BYTES = 16;

    private final MessageDigest digest;
    private final byte[] secret = new byte[BYTES];

    Salt() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
        new SecureRandom().nextBytes(secret);
    }

    /** The first two longs of a text's hash. */
    long[] hash(String text) {
        digest.update(secret);
        var bytes = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new long[] {bytes.getLong(), bytes.getLong()};
    }
}
