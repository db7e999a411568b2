package io.kempelen.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kempelen.gateway.GatewayProperties;
import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.messaging.web.TokenCryptography;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The token the services believe: who calls, for one service, for a minute. The key is nowhere but here. */
@Component
public class InternalTokens {

    public static final String ISSUER = "kempelen-gateway";
    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration REUSE = Duration.ofSeconds(45);

    private record Use(
            String accountId,
            Kind kind,
            String service,
            @Nullable String assignmentId) {}

    private final OctetKeyPairJsonWebKey key;
    private final PrivateKey privateKey;
    private final ProviderContext cryptography = TokenCryptography.context();
    private final InstantSource clock;
    private final Cache<Use, String> made =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(REUSE).build();

    InternalTokens(GatewayProperties properties, InstantSource clock) {
        this.key = read(properties.internalKey());
        this.privateKey = key.getPrivateKey();
        this.clock = clock;
    }

    public String of(String accountId, Kind kind, String service) {
        return made.get(new Use(accountId, kind, service, null), this::sign);
    }

    /** For the gateway's own questions, which are about nobody. */
    public String ofGateway(String service) {
        return of("gateway", Kind.OPERATOR, service);
    }

    /** A token that is good for one assignment only: the request came from a task frame. */
    public String ofFrame(String workerId, String service, String assignmentId) {
        return made.get(new Use(workerId, Kind.WORKER, service, assignmentId), this::sign);
    }

    private String sign(Use use) {
        var now = NumericDate.fromMilliseconds(clock.millis());
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(use.service());
        claims.setSubject(use.accountId());
        claims.setStringListClaim("roles", List.of(use.kind().role()));
        if (use.assignmentId() != null) claims.setStringClaim("asg", use.assignmentId());
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + LIFETIME.toSeconds()));
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKey(privateKey);
        signature.setProviderContext(cryptography);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("An internal token could not be signed", failure);
        }
    }

    private static OctetKeyPairJsonWebKey read(@Nullable Resource resource) {
        if (resource == null)
            throw new IllegalStateException("KEMPELEN_INTERNAL_KEY must name a file with an Ed25519 key set (JWKS)");
        try {
            return new JsonWebKeySet(resource.getContentAsString(StandardCharsets.UTF_8))
                    .getJsonWebKeys().stream()
                            .filter(OctetKeyPairJsonWebKey.class::isInstance)
                            .map(OctetKeyPairJsonWebKey.class::cast)
                            .filter(key -> key.getPrivateKey() != null)
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalStateException("KEMPELEN_INTERNAL_KEY holds no private Ed25519 key"));
        } catch (IOException | JoseException unreadable) {
            throw new IllegalStateException("KEMPELEN_INTERNAL_KEY cannot be read as a key set", unreadable);
        }
    }
}
