package io.kempelen.gateway.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** Reads the issuer's keys: one RSA JWK, or a set whose first key signs and whose others still verify (rotation). */
final class TokenKeys {

    private TokenKeys() {}

    static JWKSet read(@Nullable Resource resource) {
        if (resource == null)
            throw new IllegalStateException("KEMPELEN_TOKEN_KEY must name a file with the issuer's RSA key (JWK)");
        try {
            var json = resource.getContentAsString(StandardCharsets.UTF_8);
            var keys = JSONObjectUtils.parse(json).containsKey("keys")
                    ? JWKSet.parse(json)
                    : new JWKSet(RSAKey.parse(json));
            if (keys.getKeys().getFirst() instanceof RSAKey first && first.isPrivate()) return keys;
        } catch (IOException | ParseException unreadable) {
            throw new IllegalStateException("KEMPELEN_TOKEN_KEY cannot be read as a JWK", unreadable);
        }
        throw new IllegalStateException("The first key of KEMPELEN_TOKEN_KEY must be a private RSA key");
    }
}
