package io.kempelen.messaging.frame;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The right of a task frame to act for one worker on one assignment until it expires: an assignment id alone is no secret. */
public record Capability(String assignmentId, String workerId, String taskId, Instant expiresAt) {

    private static final int TAG_BYTES = 16;

    /** The capability as a path segment: payload and HMAC-SHA256 tag (16 bytes), both base64url. */
    public String mint(String key) {
        var payload = String.join("|", assignmentId, workerId, taskId, Long.toString(expiresAt.getEpochSecond()))
                .getBytes(StandardCharsets.UTF_8);
        return encode(payload) + "." + encode(tag(key, payload));
    }

    /** The capability, or nothing when it is forged, broken or expired. */
    public static Optional<Capability> verify(String key, String minted, Instant now) {
        var parts = minted.split("\\.", -1);
        if (parts.length != 2) return Optional.empty();
        try {
            var payload = Base64.getUrlDecoder().decode(parts[0]);
            if (!MessageDigest.isEqual(tag(key, payload), Base64.getUrlDecoder().decode(parts[1])))
                return Optional.empty();
            return Optional.of(read(new String(payload, StandardCharsets.UTF_8)))
                    .filter(capability -> now.isBefore(capability.expiresAt()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Capability read(String payload) {
        var fields = payload.split("\\|", -1);
        if (fields.length != 4) throw new IllegalArgumentException("A capability has four fields");
        return new Capability(fields[0], fields[1], fields[2], Instant.ofEpochSecond(Long.parseLong(fields[3])));
    }

    private static byte[] tag(String key, byte[] payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(payload), TAG_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
