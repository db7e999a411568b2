package io.kempelen.payout.withdrawal.rail;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.kempelen.payout.withdrawal.rail.PayoutRail.Unreachable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Puts a guard around each rail and measures all of them. */
@Component
public class RailGuards implements DisposableBean {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GuardProperties properties;
    private final CircuitBreakerRegistry breakers;
    private final RetryRegistry retries = RetryRegistry.ofDefaults();
    private final TimeLimiterRegistry limits = TimeLimiterRegistry.ofDefaults();

    RailGuards(GuardProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.breakers = CircuitBreakerRegistry.of(breaking(properties));
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
        TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(limits).bindTo(meters);
    }

    /** Every rail has its own breaker, so that one that is away keeps no other from paying. */
    public PayoutRail guard(PayoutRail rail) {
        var pay = rail.name() + "-pay";
        var ask = rail.name() + "-ask";
        return new GuardedRail(
                rail,
                breakers.circuitBreaker(rail.name()),
                new GuardedRail.Patience(
                        retries.retry(pay, trying(Unreachable.class::isInstance)),
                        limits.timeLimiter(pay, limit(properties.payLimit()))),
                new GuardedRail.Patience(
                        retries.retry(ask, trying(failed -> !(failed instanceof InterruptedException))),
                        limits.timeLimiter(ask, limit(properties.askLimit()))),
                threads);
    }

    private static CircuitBreakerConfig breaking(GuardProperties properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.calls())
                .minimumNumberOfCalls(Math.ceilDiv(properties.calls(), 2))
                .failureRateThreshold(50)
                .waitDurationInOpenState(properties.away())
                .permittedNumberOfCallsInHalfOpenState(1)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
    }

    private RetryConfig trying(Predicate<Throwable> again) {
        return RetryConfig.custom()
                .maxAttempts(properties.attempts())
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(properties.backoff(), 2.0))
                .retryOnException(again)
                .build();
    }

    private static TimeLimiterConfig limit(Duration limit) {
        return TimeLimiterConfig.custom()
                .timeoutDuration(limit)
                .cancelRunningFuture(true)
                .build();
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
