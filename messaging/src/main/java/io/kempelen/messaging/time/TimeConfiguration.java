package io.kempelen.messaging.time;

import io.kempelen.messaging.id.Ids;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Time and ids come from beans; time has milliseconds, as events and MTurk's API have. */
@AutoConfiguration
@EnableScheduling
public class TimeConfiguration {

    private static final int CLOCKS = 8;

    @Bean
    @ConditionalOnMissingBean
    InstantSource instantSource() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }

    /** Each of a service's clocks runs apart from the others: with virtual threads Spring would run all of them on one thread. */
    @Bean
    @ConditionalOnMissingBean
    TaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(CLOCKS);
        scheduler.setThreadNamePrefix("clock-");
        return scheduler;
    }

    @Bean
    Ids ids() {
        return new Ids();
    }
}
