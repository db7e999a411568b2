package io.kempelen.gateway.token;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Reads bearer tokens; a token seen lately is not verified again, since verifying costs more than all the rest of a request. */
@Component
public class Bearers {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    /** Of all tokens kept, so that strangers' long ones cannot fill the memory. */
    private static final long MOST_CHARACTERS = 16L << 20;

    private static final Duration MEMORY_OF_BAD_ONES = Duration.ofSeconds(5);

    private final TrustedIssuers issuers;
    private final InstantSource clock;
    private final LoadingCache<String, Optional<Credential>> seen = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String token, Optional<Credential> known) -> token.length())
            .expireAfter(Expiry.creating(
                    (String token, Optional<Credential> known) -> known.isPresent() ? MEMORY : MEMORY_OF_BAD_ONES))
            .build(this::verify);

    Bearers(TrustedIssuers issuers, InstantSource clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    /** What the token says, or nothing when it is not to be trusted (any more). */
    public Optional<Credential> read(String token) {
        return seen.get(token).filter(credential -> clock.instant().isBefore(credential.expiresAt()));
    }

    private Optional<Credential> verify(String token) {
        try {
            var issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
            return issuer == null ? Optional.empty() : Optional.of(issuers.read(issuer, token));
        } catch (ParseException | JwtException notToBeTrusted) {
            return Optional.empty();
        }
    }
}
