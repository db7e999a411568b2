package io.kempelen.messaging.time;

import io.kempelen.messaging.id.Ids;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Time and ids come from beans; time has milliseconds, as events and MTurk's API have. */
@AutoConfiguration
@EnableScheduling
public class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource instantSource() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }

    @Bean
    Ids ids() {
        return new Ids();
    }
}
