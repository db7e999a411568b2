package io.kempelen.payout;

import io.kempelen.payout.withdrawal.rail.FlakyRail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts a rail that loses answers beside the others. */
@Configuration(proxyBeanMethods = false)
class FlakyRailConfiguration {

    @Bean
    FlakyRail flakyRail() {
        return new FlakyRail("flaky", 42);
    }
}
