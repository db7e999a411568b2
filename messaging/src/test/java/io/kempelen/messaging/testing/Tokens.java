package io.kempelen.messaging.testing;

import io.kempelen.messaging.web.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Makes the tokens that the gateway would make. */
public final class Tokens {

    private static final OctetKeyPairJsonWebKey KEY = key();

    private Tokens() {}

    public static String requester(String accountId, String service) {
        return of(accountId, Role.REQUESTER, service, null);
    }

    public static String worker(String accountId, String service) {
        return of(accountId, Role.WORKER, service, null);
    }

    public static String operator(String accountId, String service) {
        return of(accountId, Role.OPERATOR, service, null);
    }

    /** A worker who acts through the frame of one assignment. */
    public static String frame(String accountId, String assignmentId, String service) {
        return of(accountId, Role.WORKER, service, assignmentId);
    }

    public static String of(String accountId, Role role, String service, @Nullable String assignmentId) {
        var claims = new JwtClaims();
        claims.setIssuer("kempelen-gateway");
        claims.setAudience(service);
        claims.setSubject(accountId);
        claims.setStringListClaim("roles", List.of(role.spelled()));
        claims.setExpirationTimeMinutesInTheFuture(1);
        if (assignmentId != null) claims.setStringClaim("asg", assignmentId);
        try {
            var signed = new JsonWebSignature();
            signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            signed.setKeyIdHeaderValue(KEY.getKeyId());
            signed.setKey(KEY.getPrivateKey());
            signed.setPayload(claims.toJson());
            return signed.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file with the key set that services check these tokens with. */
    static Path publicKeys() {
        try {
            var file = Files.createTempFile("kempelen-test", ".jwks");
            file.toFile().deleteOnExit();
            return Files.writeString(file, new JsonWebKeySet(KEY).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static OctetKeyPairJsonWebKey key() {
        try {
            var key = OkpJwkGenerator.generateJwk("Ed25519");
            key.setKeyId("test");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
