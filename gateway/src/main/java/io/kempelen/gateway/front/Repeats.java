package io.kempelen.gateway.front;

import io.kempelen.gateway.account.Repeatable;
import io.kempelen.gateway.entry.Visitor;
import io.kempelen.messaging.web.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Idempotency-Keys of the gateway's own writes. */
final class Repeats {

    private static final int LONGEST = 255;

    private Repeats() {}

    static @Nullable Repeatable of(Visitor visitor, @Nullable String key, String what, Object wish) {
        if (key == null) return null;
        if (key.isBlank() || key.length() > LONGEST) {
            throw Problem.invalid("Idempotency-Key", "Idempotency-Key must have 1 to " + LONGEST + " characters.")
                    .exception();
        }
        return new Repeatable(visitor.accountId(), key, hash(what + "\n" + wish));
    }

    static Problem otherRequest() {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "This Idempotency-Key came before with another request. Use a new key for a new request.")
                .with("field", "Idempotency-Key");
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
