package io.kempelen.task.question.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A template or question, named by the SHA-256 of its text, so that a thousand tasks share one. */
@MappedEntity
public record Question(@Id String version, Kind kind, String body) {

    /** How the body becomes a page. */
    public enum Kind {
        /** HTML with placeholders. */
        TEMPLATE,
        /** MTurk's HTMLQuestion. */
        HTML,
        /** MTurk's ExternalQuestion. */
        EXTERNAL,
        /** MTurk's QuestionForm. */
        FORM
    }

    public static Question of(Kind kind, String body) {
        return new Question(sha256(body), kind, body);
    }

    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
