package io.kempelen.review.consensus.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an answer says in the fields that count. Two answers say the same when each field holds the same set of values, case
 * and inner spaces included, outer spaces not (as MTurk compares with known answers); a field not given holds none.
 */
public record Label(String hash, String json) {

    private static final int HASH_BYTES = 16;

    public static Label of(Map<String, List<String>> answer, Collection<String> declared) {
        var fields = declared.isEmpty() ? answer.keySet() : declared;
        var canonical = new TreeMap<String, List<String>>();
        for (var field : fields) canonical.put(field, values(answer.getOrDefault(field, List.of())));
        var json = write(canonical);
        return new Label(hash(json), json);
    }

    private static List<String> values(List<String> given) {
        return given.stream().map(String::strip).distinct().sorted().toList();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String write(Map<String, List<String>> fields) {
        var out = new StringBuilder("{");
        fields.forEach((field, values) -> {
            if (out.length() > 1) out.append(',');
            quote(out, field).append(":[");
            for (int i = 0; i < values.size(); i++) quote(i == 0 ? out : out.append(','), values.get(i));
            out.append(']');
        });
        return out.append('}').toString();
    }

    private static StringBuilder quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ' || Character.isSurrogate(c)) out.append("\\u%04x".formatted((int) c));
            else out.append(c);
        }
        return out.append('"');
    }
}
