package io.kempelen.payout.earnings;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long rewards and bonuses wait before they can be taken out.
 *
 * @param tiers clearing period by tier
 * @param defaultTier of workers whom no operator has put into one
 */
@ConfigurationProperties("kempelen.earnings")
record ClearingProperties(
        Map<String, Duration> tiers,
        @DefaultValue("standard") String defaultTier) {

    ClearingProperties {
        if (!tiers.containsKey(defaultTier))
            throw new IllegalArgumentException(
                    "kempelen.earnings.default-tier is " + defaultTier + ", but the tiers are " + tiers.keySet());
    }
}
