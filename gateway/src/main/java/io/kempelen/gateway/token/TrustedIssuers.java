package io.kempelen.gateway.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.kempelen.gateway.GatewayProperties;
import io.kempelen.gateway.GatewayProperties.Issuer;
import io.kempelen.gateway.account.domain.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/** The issuers whose tokens are taken: the platform's own, and those the installation names. */
@Component
class TrustedIssuers {

    private record Trusted(JwtDecoder decoder, Issuer issuer) {}

    private final Map<String, Trusted> issuers = new HashMap<>();

    TrustedIssuers(GatewayProperties properties, JWKSource<SecurityContext> ownKeys) {
        var own = properties.publicUrl().toString();
        var self = new Issuer(own, null, own, JwtClaimNames.SUB, AccessTokens.ROLES_CLAIM);
        issuers.put(
                own,
                new Trusted(validating(NimbusJwtDecoder.withJwkSource(ownKeys).build(), self), self));
        properties.issuers().forEach(issuer -> issuers.put(issuer.issuer(), new Trusted(decoder(issuer), issuer)));
    }

    /** @throws org.springframework.security.oauth2.jwt.JwtException when the token is not to be trusted */
    Credential read(String issuer, String token) {
        var trusted = issuers.get(issuer);
        if (trusted == null) throw new BadJwtException("Nobody here trusts " + issuer);
        return credential(trusted.decoder().decode(token), trusted.issuer());
    }

    private static Credential credential(Jwt jwt, Issuer issuer) {
        var accountId = jwt.getClaimAsString(issuer.accountClaim());
        var expiresAt = jwt.getExpiresAt();
        if (accountId == null || expiresAt == null)
            throw new BadJwtException("A token must name an account and expire");
        return new Credential(accountId, keyOf(jwt, issuer), kindOf(jwt, issuer), expiresAt);
    }

    /** Only our own tokens hang on an access key; elsewhere client_id is somebody's program. */
    private static @Nullable String keyOf(Jwt jwt, Issuer issuer) {
        return AccessTokens.ROLES_CLAIM.equals(issuer.kindClaim())
                        && issuer.issuer().equals(issuer.audience())
                ? jwt.getClaimAsString(AccessTokens.KEY_CLAIM)
                : null;
    }

    /** The first role the platform knows, when the issuer is to vouch for one. */
    private static @Nullable Kind kindOf(Jwt jwt, Issuer issuer) {
        if (issuer.kindClaim() == null) return null;
        var claim = jwt.getClaim(issuer.kindClaim());
        var roles =
                claim instanceof Collection<?> many ? List.copyOf(many) : claim == null ? List.of() : List.of(claim);
        return roles.stream()
                .flatMap(role -> Kind.of(role.toString()).stream())
                .findFirst()
                .orElseThrow(() -> new BadJwtException("The token names no role the platform knows"));
    }

    /** An issuer that is down at start-up must not keep the gateway down. */
    private static JwtDecoder decoder(Issuer issuer) {
        return new SupplierJwtDecoder(() -> validating(
                (issuer.jwks() == null
                                ? NimbusJwtDecoder.withIssuerLocation(issuer.issuer())
                                : NimbusJwtDecoder.withJwkSetUri(issuer.jwks()))
                        .build(),
                issuer));
    }

    private static NimbusJwtDecoder validating(NimbusJwtDecoder decoder, Issuer issuer) {
        var checks = new ArrayList<OAuth2TokenValidator<Jwt>>();
        checks.add(JwtValidators.createDefaultWithIssuer(issuer.issuer()));
        if (issuer.audience() != null) checks.add(audience(issuer.audience()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> audience(String expected) {
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(expected));
    }
}
