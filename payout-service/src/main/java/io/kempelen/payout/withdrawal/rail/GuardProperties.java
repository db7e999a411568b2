package io.kempelen.payout.withdrawal.rail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much patience there is with rails.
 *
 * @param payLimit how long a run may take until its outcome counts as unknown
 * @param askLimit the same for a question
 * @param attempts of a question, and of a run of which nothing was sent
 * @param backoff before the second attempt; twice as long before each further one
 * @param calls the breaker opens when half of so many last calls failed
 * @param away how long a rail is left alone then
 */
@ConfigurationProperties("kempelen.payouts.guard")
public record GuardProperties(
        @DefaultValue("60s") Duration payLimit,
        @DefaultValue("60s") Duration askLimit,
        @DefaultValue("3") int attempts,
        @DefaultValue("500ms") Duration backoff,
        @DefaultValue("10") int calls,
        @DefaultValue("30s") Duration away) {}
