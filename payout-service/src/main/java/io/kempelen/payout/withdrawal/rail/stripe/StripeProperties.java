package io.kempelen.payout.withdrawal.rail.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's account at Stripe. There is no such rail without a key.
 *
 * @param readTimeout of one request
 * @param patience no further payout of a run is begun after this long; less than the guard's limit
 */
@ConfigurationProperties("kempelen.payouts.stripe")
public record StripeProperties(
        @DefaultValue("") String apiKey,
        @DefaultValue("https://api.stripe.com") URI apiBase,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("12s") Duration patience,
        @DefaultValue("10") int runSize) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    public StripeProperties {
        if (!"https".equals(apiBase.getScheme()) && !THIS_MACHINE.contains(String.valueOf(apiBase.getHost())))
            throw new IllegalArgumentException(
                    "kempelen.payouts.stripe.api-base is " + apiBase + ", but the key travels by https only");
        if (runSize < 1) throw new IllegalArgumentException("kempelen.payouts.stripe.run-size must be at least 1");
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "StripeProperties[" + apiBase + "]";
    }
}
