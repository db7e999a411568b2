package io.kempelen.gateway.mturk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kempelen.gateway.account.Standing;
import io.kempelen.gateway.account.domain.Account;
import io.kempelen.gateway.account.domain.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Signatures that real clients made, with the credentials of AWS's own examples. */
class SignaturesTest {

    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String BALANCE = "MTurkRequesterServiceV20170117.GetAccountBalance";
    private static final String EMPTY_HASH = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private static final Map<String, String> BOTO3 = request(
            "20261121T181613Z",
            "127.0.0.1:18071",
            "content-type;host;x-amz-date;x-amz-target",
            "5e2379a8b9a4f85b22156c2dac7fb69afe03553a8dcd9475c469f677afcfc6f8");

    private static final Map<String, String> JAVA_1 = with(
            request(
                    "20261121T182408Z",
                    "127.0.0.1:18078",
                    "amz-sdk-invocation-id;amz-sdk-request;amz-sdk-retry;content-length;content-type;host;user-agent;x-amz-date;x-amz-target",
                    "6631afe9336aa74fffc123ea8b70c5f3c6a47299e1eaebecc24b11201ffe785c"),
            "amz-sdk-invocation-id",
            "3c6227f9-4fe9-dd19-02cb-0c1b73c78fd6",
            "amz-sdk-request",
            "attempt=1;max=4",
            "amz-sdk-retry",
            "0/0/500",
            "content-length",
            "2",
            "user-agent",
            "aws-sdk-java/1.12.797 Linux/6.18.44-fc-v657 OpenJDK_64-Bit_Server_VM/17.0.15+6-Debian-1deb12u1 java/17.0.15 vendor/Debian cfg/retry-mode/legacy cfg/auth-source#unknown m/N,P");

    private static final Map<String, String> JAVA_2 = with(
            request(
                    "20261121T181728Z",
                    "127.0.0.1:18074",
                    "amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target",
                    "0499706f0debab09dee03c4240874963552b3309d611537e2d5732bd540f185a"),
            "amz-sdk-invocation-id",
            "19daac40-21b3-3a82-08d4-492c72ffe7ec",
            "amz-sdk-request",
            "attempt=1; max=4",
            "content-length",
            "2",
            "x-amz-content-sha256",
            EMPTY_HASH);

    private static final Map<String, String> JAVASCRIPT_2 = with(
            request(
                    "20261121T182354Z",
                    "127.0.0.1:18077",
                    "host;x-amz-content-sha256;x-amz-date;x-amz-target",
                    "ae231f66c70b4b241ecd390c0ba0998312f4c476fa60d5d395602b9a05ff4f95"),
            "x-amz-content-sha256",
            EMPTY_HASH);

    private static final Map<String, String> NO_SDK = request(
            "20261121T182553Z",
            "mturk-requester-sandbox.us-east-1.amazonaws.com",
            "content-length;content-type;host;x-amz-date;x-amz-target",
            "5b391228e069f14ac7d2a7f2ec14e4371c1f1fcea9b2c1e5edfa06698f4b7b9f");

    @Test
    void believesTheSignaturesOfEveryKindOfClient() {
        for (var headers : List.of(BOTO3, JAVA_1, JAVA_2, JAVASCRIPT_2, with(NO_SDK, "content-length", "2"))) {
            assertThat(check(headers, "{}").account().id()).isEqualTo("A1REQUESTER");
        }
    }

    @Test
    void readsCommasWithAndWithoutBlanks() {
        var tight = with(
                BOTO3, "authorization", BOTO3.getOrDefault("authorization", "").replace(", ", ","));

        assertThat(check(tight, "{}").account().id()).isEqualTo("A1REQUESTER");
    }

    @Test
    void seesAnotherBody() {
        assertRefused("InvalidSignatureException", BOTO3, "{ }");
    }

    @Test
    void seesAnotherHeader() {
        assertRefused(
                "InvalidSignatureException",
                with(BOTO3, "x-amz-target", "MTurkRequesterServiceV20170117.DeleteHIT"),
                "{}");
        assertRefused("InvalidSignatureException", with(JAVA_1, "user-agent", "something else"), "{}");
    }

    @Test
    void doesNotKnowEveryKey() {
        var other = with(
                BOTO3, "authorization", BOTO3.getOrDefault("authorization", "").replace(KEY, "fake key id"));

        assertRefused("UnrecognizedClientException", other, "{}");
    }

    @Test
    void wantsASignature() {
        assertRefused("MissingAuthenticationTokenException", with(BOTO3, "authorization", ""), "{}");
        assertRefused(
                "IncompleteSignatureException", with(BOTO3, "authorization", "AWS4-HMAC-SHA256 Credential=x"), "{}");
        assertRefused("IncompleteSignatureException", with(BOTO3, "authorization", "Basic eDp5"), "{}");
        assertRefused("IncompleteSignatureException", with(BOTO3, "x-amz-date", "yesterday"), "{}");
    }

    @Test
    void wantsTheScopeOfThisService() {
        var other = with(
                BOTO3, "authorization", BOTO3.getOrDefault("authorization", "").replace("mturk-requester/", "s3/"));

        assertRefused("InvalidSignatureException", other, "{}");
    }

    @Test
    void takesSignaturesOfTheLastQuarterOfAnHourOnly() {
        var signedAt = Instant.parse("2026-11-21T18:16:13Z");

        assertThat(signatures(signedAt.plus(15, ChronoUnit.MINUTES)).check(request(BOTO3, "{}")))
                .isNotNull();
        for (var late : List.of(signedAt.plus(16, ChronoUnit.MINUTES), signedAt.minus(16, ChronoUnit.MINUTES))) {
            assertThatExceptionOfType(Fault.class)
                    .isThrownBy(() -> signatures(late).check(request(BOTO3, "{}")))
                    .satisfies(fault -> assertThat(fault.type()).isEqualTo("InvalidSignatureException"));
        }
    }

    @Test
    void knowsAllOperations() {
        assertThat(Operations.count()).isEqualTo(39);
        assertThat(Operations.find(BALANCE)).isPresent();
        assertThat(Operations.find("GetAccountBalance")).isEmpty();
    }

    private static void assertRefused(String type, Map<String, String> headers, String body) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> check(headers, body))
                .satisfies(fault -> assertThat(fault.type()).isEqualTo(type));
    }

    private static Standing check(Map<String, String> headers, String body) {
        return signatures(Instant.parse("2026-11-21T18:20:00Z")).check(request(headers, body));
    }

    private static Signatures signatures(Instant now) {
        var account = new Account("A1REQUESTER", Kind.REQUESTER, "R", null, "USD", null, null, now, null, now, 0L);
        var standing = new Standing(account, Map.of(KEY, SECRET));
        return new Signatures(
                key -> key.equals(KEY) ? Optional.of(standing) : Optional.empty(), InstantSource.fixed(now));
    }

    private static SignedRequest request(Map<String, String> headers, String body) {
        return new SignedRequest(
                "POST", "/", null, name -> values(headers, name), body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> values(Map<String, String> headers, String name) {
        var values = new ArrayList<String>();
        headers.forEach((header, value) -> {
            if (header.toLowerCase(Locale.ROOT).equals(name)) values.add(value);
        });
        return values;
    }

    private static Map<String, String> request(String date, String host, String signedHeaders, String signature) {
        return Map.of(
                "host", host,
                "x-amz-date", date,
                "x-amz-target", BALANCE,
                "content-type", "application/x-amz-json-1.1",
                "authorization",
                        "AWS4-HMAC-SHA256 Credential=" + KEY
                                + "/20261121/us-east-1/mturk-requester/aws4_request, SignedHeaders=" + signedHeaders
                                + ", Signature=" + signature);
    }

    private static Map<String, String> with(Map<String, String> headers, String... more) {
        var all = new LinkedHashMap<>(headers);
        for (int i = 0; i < more.length; i += 2) all.put(more[i], more[i + 1]);
        return all;
    }
}
