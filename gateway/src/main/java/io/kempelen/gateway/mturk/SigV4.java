package io.kempelen.gateway.mturk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AWS Signature Version 4, the arithmetic: canonical request, string to sign, signature. */
final class SigV4 {

    private SigV4() {}

    static String signature(SignedRequest request, SignedHeader header, String timestamp, String secret) {
        var canonical = canonicalRequest(request, header.signedHeaders());
        var toSign = String.join("\n", SignedHeader.ALGORITHM, timestamp, header.scope(), hash(utf8(canonical)));
        var key = hmac(
                hmac(hmac(hmac(utf8("AWS4" + secret), header.date()), header.region()), header.service()),
                "aws4_request");
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    /** The payload's hash is computed, never believed: some clients send none, and a wrong one must not verify. */
    static String canonicalRequest(SignedRequest request, List<String> signedHeaders) {
        var headers = signedHeaders.stream()
                .map(name -> name + ":" + canonicalValue(request.headers().apply(name)) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                request.path(),
                canonicalQuery(request.query()),
                headers,
                String.join(";", signedHeaders),
                hash(request.body()));
    }

    private static String canonicalValue(List<String> values) {
        return values.stream().map(value -> value.strip().replaceAll(" +", " ")).collect(Collectors.joining(","));
    }

    private static String canonicalQuery(@Nullable String query) {
        if (query == null || query.isEmpty()) return "";
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .sorted()
                .collect(Collectors.joining("&"));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
