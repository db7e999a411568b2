package io.kempelen.payout.withdrawal.rail.file;

import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.RailSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A rail for each format that is set up. */
@Configuration(proxyBeanMethods = false)
class FileRailConfiguration {

    @Bean
    RailSource fileRails(
            List<PaymentFormat> formats,
            PaymentFiles files,
            InstantSource clock,
            @Value("${kempelen.payouts.file-every:1h}") Duration every) {
        var rails = formats.stream()
                .<PayoutRail>map(format -> new FileRail(format, files, every, clock))
                .toList();
        return () -> rails;
    }
}
