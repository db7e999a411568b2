package io.kempelen.payout.withdrawal.rail.stripe;

import com.stripe.StripeClient;
import com.stripe.net.LiveStripeResponseGetter;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The rail, where the operator has a key. */
@Configuration(proxyBeanMethods = false)
class StripeConfiguration {

    /** An empty variable is no key; {@code @ConditionalOnProperty} would take it for one. */
    static class HasKey implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("kempelen.payouts.stripe.api-key"));
        }
    }

    @Bean
    @Conditional(HasKey.class)
    StripeRail stripeRail(StripeProperties properties, InstantSource clock) {
        return rail(properties, clock);
    }

    static StripeRail rail(StripeProperties properties, InstantSource clock) {
        var http = new StripeHttp(properties.connectTimeout(), properties.readTimeout());
        var client = new StripeClient(new LiveStripeResponseGetter(new StripeOptions(properties), http));
        return new StripeRail(new StripeTrip(new StripeCalls(client)), properties, clock);
    }
}
