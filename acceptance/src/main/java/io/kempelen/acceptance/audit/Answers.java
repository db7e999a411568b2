package io.kempelen.acceptance.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares answers by what they say, however their JSON is written. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    /** Equal for answers with the same values in the same order for the same names. */
    static String digest(byte[] json) {
        try {
            var fields = new java.util.TreeMap<String, JsonNode>();
            JSON.readTree(json).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            return hash(JSON.writeValueAsBytes(fields));
        } catch (JacksonException notJson) {
            return hash(json);
        }
    }

    static String digest(String json) {
        return digest(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
