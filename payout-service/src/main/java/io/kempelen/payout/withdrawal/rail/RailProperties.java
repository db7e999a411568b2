package io.kempelen.payout.withdrawal.rail;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for all rails.
 *
 * @param defaultRail of workers who chose none; may be left empty where there is one rail only
 * @param minimum the least that is paid out at a time, by currency, in major units ({@code USD: 1.00})
 * @param patience how long a payout without a clear answer is left alone before its rail is asked; doubled each time, an hour at most
 */
@ConfigurationProperties("kempelen.payouts")
public record RailProperties(
        @DefaultValue("") String defaultRail,
        @DefaultValue Map<String, String> minimum,
        @DefaultValue("2m") Duration patience) {}
