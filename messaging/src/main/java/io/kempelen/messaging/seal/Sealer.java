package io.kempelen.messaging.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals what a service must read in the clear and a stolen dump must not: secrets of access keys, bank details (AES-256-GCM). */
public final class Sealer {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /** @param key 32 random bytes in base64 */
    public Sealer(String key) {
        this.key = new SecretKeySpec(decode(key), "AES");
    }

    /** @param owner bound in, so that what is sealed cannot be moved to another row */
    public byte[] seal(String owner, String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it was sealed for another owner or with another key, or was changed */
    public String open(String owner, byte[] sealed) {
        var bytes = ByteBuffer.wrap(sealed);
        if (sealed.length <= NONCE_BYTES || bytes.get() != VERSION)
            throw new IllegalStateException("Not a sealed secret");
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, owner, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String owner, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "A secret could not be sealed or opened; is KEMPELEN_SECRET_KEY the one it was sealed with?",
                    failure);
        }
    }

    private static byte[] decode(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) return bytes;
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException("KEMPELEN_SECRET_KEY must be base64", malformed);
        }
        throw new IllegalStateException("KEMPELEN_SECRET_KEY must be 32 random bytes in base64");
    }
}
