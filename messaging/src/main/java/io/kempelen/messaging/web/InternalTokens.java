package io.kempelen.messaging.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * Checks the gateway's tokens: EdDSA, issuer {@code kempelen-gateway}, this service as audience, at most 60 s of life. The
 * gateway uses a token several times, so a checked one is kept until it expires.
 */
final class InternalTokens {

    static final String ISSUER = "kempelen-gateway";
    private static final int KEPT = 10_000;
    private static final int SKEW_SECONDS = 5;
    private static final int MOST_SECONDS = 60;

    private final JwtConsumer consumer;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Caller caller, long expiresAtMillis) {}

    InternalTokens(byte[] jwks, String audience) {
        try {
            var keys = new JsonWebKeySet(new String(jwks, StandardCharsets.UTF_8)).getJsonWebKeys();
            this.consumer = new JwtConsumerBuilder()
                    .setJwsProviderContext(TokenCryptography.context())
                    .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                    .setExpectedIssuer(ISSUER)
                    .setExpectedAudience(audience)
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(2)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .build();
        } catch (JoseException broken) {
            throw new IllegalStateException("KEMPELEN_INTERNAL_JWKS names no JSON Web Key Set", broken);
        }
    }

    Optional<Caller> verify(String token) {
        var now = System.currentTimeMillis();
        var kept = known.get(token);
        if (kept != null && now < kept.expiresAtMillis()) return Optional.of(kept.caller());
        try {
            var claims = consumer.processToClaims(token);
            if (claims.getExpirationTime().getValueInMillis() - now > (MOST_SECONDS + SKEW_SECONDS) * 1000L)
                return Optional.empty();
            return Optional.of(keep(token, claims, now));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private Caller keep(String token, JwtClaims claims, long now) throws MalformedClaimException {
        List<String> roles = claims.getStringListClaimValue("roles");
        var caller = new Caller(
                claims.getSubject(),
                roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet()),
                claims.getStringClaimValue("asg"));
        if (known.size() >= KEPT) known.values().removeIf(entry -> entry.expiresAtMillis() <= now);
        if (known.size() < KEPT)
            known.put(token, new Known(caller, claims.getExpirationTime().getValueInMillis()));
        return caller;
    }
}
