package io.kempelen.payout.fees;

import io.kempelen.payout.fees.domain.FeeSchedule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one schedule that is in force. */
@Configuration(proxyBeanMethods = false)
class FeeConfiguration {

    @Bean
    FeeSchedule feeSchedule(FeeProperties properties) {
        return properties.schedule();
    }
}
