package io.kempelen.gateway.mturk;

import io.kempelen.gateway.account.Standing;
import io.kempelen.gateway.account.Standings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides whether a signed request is its key owner's: the checks in the order, and with the words, AWS uses. */
final class Signatures {

    private static final String SERVICE = "mturk-requester";
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Function<String, Optional<Standing>> keys;
    private final InstantSource clock;

    Signatures(Standings standings, InstantSource clock) {
        this(standings::ofKey, clock);
    }

    Signatures(Function<String, Optional<Standing>> keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    void requireKnownKey(@Nullable String authorization) {
        if (keys.apply(SignedHeader.parse(authorization).keyId()).isEmpty()) throw unknownKey();
    }

    /** @throws Fault when the signature is missing, incomplete, too old or wrong, or the key unknown */
    Standing check(SignedRequest request) {
        var header = SignedHeader.parse(request.header("authorization"));
        if (!SERVICE.equals(header.service()))
            throw wrong("Credential should be scoped to correct service: '" + SERVICE + "'.");
        var timestamp = timestamp(request.header("x-amz-date"), header);
        if (!header.signedHeaders().contains("host"))
            throw wrong("'Host' must be a 'SignedHeader' in the AWS Authorization.");
        var owner = keys.apply(header.keyId()).orElseThrow(Signatures::unknownKey);
        var secret = owner.secretOf(header.keyId());
        if (secret == null) throw unknownKey();
        if (!same(SigV4.signature(request, header, timestamp, secret), header.signature())) {
            throw wrong(
                    "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                            + " Access Key and signing method. Consult the service documentation for details.");
        }
        return owner;
    }

    private String timestamp(@Nullable String timestamp, SignedHeader header) {
        if (timestamp == null)
            throw Fault.of(
                    "IncompleteSignatureException",
                    "Authorization header requires existence of an 'X-Amz-Date' header.");
        var at = parse(timestamp);
        var now = clock.instant();
        if (!timestamp.startsWith(header.date()))
            throw wrong("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.");
        if (at.isBefore(now.minus(SKEW)))
            throw wrong(
                    "Signature expired: " + timestamp + " is now earlier than " + BASIC.format(now.minus(SKEW)) + ".");
        if (at.isAfter(now.plus(SKEW)))
            throw wrong("Signature not yet current: " + timestamp + " is still later than "
                    + BASIC.format(now.plus(SKEW)) + ".");
        return timestamp;
    }

    private static Instant parse(String timestamp) {
        try {
            return Instant.from(BASIC.parse(timestamp));
        } catch (DateTimeParseException malformed) {
            throw Fault.of(
                    "IncompleteSignatureException",
                    "Date must be in ISO-8601 'basic format'. Got '" + timestamp + "'.");
        }
    }

    private static boolean same(String calculated, String given) {
        return MessageDigest.isEqual(
                calculated.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static Fault unknownKey() {
        return Fault.of("UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    private static Fault wrong(String message) {
        return Fault.of("InvalidSignatureException", message);
    }
}
