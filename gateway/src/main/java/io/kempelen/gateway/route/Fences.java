package io.kempelen.gateway.route;

import io.kempelen.gateway.GatewayProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Callers see their own writes: waits, for a moment only, until the services that answer the reads have applied a write's
 * events. A service that is slow or down delays the answer by that moment and never fails it.
 */
@Component
public class Fences implements DisposableBean {

    private static final Duration GRACE = Duration.ofMillis(50);

    private final Upstreams upstreams;
    private final Duration wait;
    private final Timer waited;
    private final ExecutorService parallel = Executors.newVirtualThreadPerTaskExecutor();

    Fences(Upstreams upstreams, GatewayProperties properties, MeterRegistry meters) {
        this.upstreams = upstreams;
        this.wait = properties.fenceWait();
        this.waited = Timer.builder("kempelen.fence.wait")
                .description("How long answers to writes waited for other services")
                .register(meters);
    }

    /** @param fences the values of the fence header: event ids, with commas between them */
    public void await(Stream<String> fences, List<Service> services) {
        if (services.isEmpty() || wait.isZero()) return;
        var events = fences.flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .toList();
        if (events.isEmpty()) return;
        var target = "/internal/applied?event=" + String.join(",", events) + "&wait=" + wait.toMillis();
        waited.record(() -> await(target, services));
    }

    private void await(String target, List<Service> services) {
        try {
            if (services.size() == 1) ask(services.getFirst(), target);
            else parallel.invokeAll(tasks(target, services), wait.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Callable<Boolean>> tasks(String target, List<Service> services) {
        return services.stream()
                .<Callable<Boolean>>map(service -> () -> ask(service, target))
                .toList();
    }

    /** Whether it was answered at all; only the log of a failing service tells more. */
    private boolean ask(Service service, String target) {
        try (ClassicHttpResponse answer =
                upstreams.open(service, new BasicClassicHttpRequest("GET", target), wait.plus(GRACE))) {
            EntityUtils.consume(answer.getEntity());
            return true;
        } catch (IOException | Unavailable notNow) {
            return false;
        }
    }

    @Override
    public void destroy() {
        parallel.close();
    }
}
