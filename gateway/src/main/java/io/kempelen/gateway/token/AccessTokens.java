package io.kempelen.gateway.token;

import io.kempelen.gateway.GatewayProperties;
import io.kempelen.gateway.account.domain.Account;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** The claims of the platform's own access tokens, whichever way they are asked for. */
@Component
public class AccessTokens {

    static final String KEY_CLAIM = "client_id";
    static final String ROLES_CLAIM = "roles";

    private final JwtEncoder encoder;
    private final GatewayProperties properties;
    private final InstantSource clock;

    AccessTokens(JwtEncoder encoder, GatewayProperties properties, InstantSource clock) {
        this.encoder = encoder;
        this.properties = properties;
        this.clock = clock;
    }

    /** A token like the ones of the token endpoint, for the answer that opens an account; it dies with the access key. */
    public String mint(Account account, String keyId) {
        var claims = JwtClaimsSet.builder();
        describe(claims, account, keyId);
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()))
                .getTokenValue();
    }

    void describe(JwtClaimsSet.Builder claims, Account account, String keyId) {
        var now = clock.instant();
        claims.issuer(properties.publicUrl().toString())
                .subject(account.id())
                .audience(List.of(properties.publicUrl().toString()))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(properties.tokenLifetime()))
                .id(UUID.randomUUID().toString())
                .claim(KEY_CLAIM, keyId)
                .claim(ROLES_CLAIM, List.of(account.kind().role()));
    }
}
