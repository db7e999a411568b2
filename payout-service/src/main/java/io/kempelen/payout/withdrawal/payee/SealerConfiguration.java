package io.kempelen.payout.withdrawal.payee;

import io.kempelen.messaging.seal.Sealer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key that bank details are sealed with. */
@Configuration(proxyBeanMethods = false)
class SealerConfiguration {

    @Bean
    Sealer sealer(@Value("${kempelen.payouts.secret-key}") String key) {
        return new Sealer(key);
    }
}
