package io.kempelen.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/** Everything an installation decides about its front door. */
@ConfigurationProperties("kempelen.gateway")
public record GatewayProperties(
        URI publicUrl,
        URI frameOrigin,
        String frameKey,
        @DefaultValue List<String> hosts,
        String secretKey,
        @Nullable Resource tokenKey,
        @Nullable Resource internalKey,
        @Nullable String operatorAccessKey,
        @Nullable String operatorSecret,
        @DefaultValue("30d") Duration tokenLifetime,
        @DefaultValue("200") int requestsPerSecond,
        @DefaultValue("300ms") Duration fenceWait,
        Map<String, List<URI>> services,
        @DefaultValue Map<String, Duration> timeouts,
        @DefaultValue List<Issuer> issuers) {

    /** An OpenID Connect issuer whose tokens are accepted; the account must exist here, whoever vouches for it. */
    public record Issuer(
            String issuer,
            @Nullable String jwks,
            @Nullable String audience,
            @DefaultValue("sub") String accountClaim,
            @Nullable String kindClaim) {}
}
