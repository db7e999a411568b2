package io.kempelen.gateway.route;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.kempelen.gateway.GatewayProperties;
import io.kempelen.gateway.route.Unavailable.Why;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.springframework.stereotype.Component;

/**
 * What stands between the gateway and a service that fails, outermost first: circuit breaker, one repetition of a read whose
 * connection broke, time-out. Only the service's own failures open a circuit: no 4xx, no caller who hangs up.
 */
@Component
public class Guards {

    private static final Set<Integer> OUTAGES = Set.of(502, 503, 504);
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Upstreams upstreams;
    private final Map<String, Duration> timeouts;
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(40)
            .minimumNumberOfCalls(20)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(3))
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .permittedNumberOfCallsInHalfOpenState(5)
            .recordException(Unavailable.class::isInstance)
            .recordResult(Guards::isOutage)
            .build());

    Guards(Upstreams upstreams, GatewayProperties properties, MeterRegistry meters) {
        this.upstreams = upstreams;
        this.timeouts = properties.timeouts();
        for (var group : Group.values()) breaker(group);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    /**
     * The service's answer, to be closed by the caller.
     *
     * @throws Unavailable when there is none
     * @throws IOException when the caller hung up while sending
     */
    public ClassicHttpResponse call(Group group, ClassicHttpRequest request) throws IOException {
        try {
            return breaker(group).executeCheckedSupplier(() -> repeatable(group, request));
        } catch (CallNotPermittedException open) {
            throw new Unavailable(group.service(), Why.CIRCUIT_OPEN, null);
        } catch (IOException | RuntimeException | Error known) {
            throw known;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String circuitOf(Group group) {
        return breaker(group).getState().name();
    }

    private ClassicHttpResponse repeatable(Group group, ClassicHttpRequest request) throws IOException {
        try {
            return once(group, request);
        } catch (Unavailable failed) {
            if (failed.why() != Why.BROKEN_OFF || !READS.contains(request.getMethod())) throw failed;
            return once(group, request);
        }
    }

    private ClassicHttpResponse once(Group group, ClassicHttpRequest request) throws IOException {
        try {
            return upstreams.open(group.service(), request, timeouts.getOrDefault(name(group), group.timeout()));
        } catch (SocketTimeoutException silent) {
            throw new Unavailable(group.service(), Why.TIMED_OUT, silent);
        } catch (CallerGone gone) {
            throw gone;
        } catch (IOException broken) {
            throw new Unavailable(group.service(), Why.BROKEN_OFF, broken);
        }
    }

    private CircuitBreaker breaker(Group group) {
        return breakers.circuitBreaker(name(group));
    }

    private static String name(Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isOutage(Object answer) {
        return answer instanceof ClassicHttpResponse response && OUTAGES.contains(response.getCode());
    }
}
