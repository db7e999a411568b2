package io.kempelen.gateway.mturk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Authorization header of AWS Signature Version 4, taken apart as its clients write it: with or without blanks after commas. */
record SignedHeader(
        String keyId, String date, String region, String service, List<String> signedHeaders, String signature) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int SCOPE_PARTS = 4;

    static SignedHeader parse(@Nullable String authorization) {
        if (authorization == null || authorization.isBlank()) {
            throw Fault.of("MissingAuthenticationTokenException", "Request is missing Authentication Token");
        }
        if (!authorization.startsWith(ALGORITHM + " "))
            throw incomplete("Authorization header requires the algorithm " + ALGORITHM + ".");
        var parts = new HashMap<String, String>();
        for (var part : authorization.substring(ALGORITHM.length()).split(",", -1)) {
            var pair = part.strip().split("=", 2);
            if (pair.length == 2) parts.put(pair[0], pair[1]);
        }
        return parse(required(parts, "Credential"), required(parts, "SignedHeaders"), required(parts, "Signature"));
    }

    /** The scope is read from its end: a key id may hold anything. */
    private static SignedHeader parse(String credential, String headers, String signature) {
        var parts = credential.split("/", -1);
        var scope = parts.length - SCOPE_PARTS;
        if (scope < 1 || !"aws4_request".equals(parts[scope + 3])) {
            throw incomplete("Credential must have the form key/date/region/service/aws4_request.");
        }
        var keyId = String.join("/", List.of(parts).subList(0, scope));
        return new SignedHeader(
                keyId, parts[scope], parts[scope + 1], parts[scope + 2], List.of(headers.split(";", -1)), signature);
    }

    String scope() {
        return String.join("/", date, region, service, "aws4_request");
    }

    private static String required(Map<String, String> parts, String name) {
        var value = parts.get(name);
        if (value == null || value.isBlank())
            throw incomplete("Authorization header requires '" + name + "' parameter.");
        return value;
    }

    private static Fault incomplete(String message) {
        return Fault.of("IncompleteSignatureException", message);
    }
}
