package io.kempelen.gateway.entry;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.kempelen.gateway.GatewayProperties;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often one account may call. Counted per replica: with two of them an account has up to twice as much. */
@Component
public class RateLimits {

    private final LoadingCache<String, RateLimiter> limiters;
    private final Counter refused;

    RateLimits(GatewayProperties properties, MeterRegistry meters) {
        var config = RateLimiterConfig.custom()
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .limitForPeriod(properties.requestsPerSecond())
                .timeoutDuration(Duration.ZERO)
                .build();
        this.limiters = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(5))
                .build(account -> RateLimiter.of(account, config));
        this.refused = Counter.builder("kempelen.requests.refused")
                .description("Requests refused because their account called too often")
                .register(meters);
    }

    public boolean admits(String accountId) {
        var admitted = limiters.get(accountId).acquirePermission();
        if (!admitted) refused.increment();
        return admitted;
    }
}
