package io.kempelen.gateway.route;

import io.kempelen.gateway.GatewayProperties;
import io.kempelen.gateway.token.InternalTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Callers see their own writes: waits, for a moment only, until the services that answer the reads have applied a write's
 * events. A service that is slow or down delays the answer by that moment and never fails it.
 */
@Component
public class Fences implements DisposableBean {

    private static final Duration QUESTION = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofMillis(50);

    private final Upstreams upstreams;
    private final InternalTokens tokens;
    private final JsonMapper json;
    private final Duration wait;
    private final Timer waited;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Service, FenceQueue> queues = new EnumMap<>(Service.class);

    Fences(
            Upstreams upstreams,
            InternalTokens tokens,
            JsonMapper json,
            GatewayProperties properties,
            MeterRegistry meters) {
        this.upstreams = upstreams;
        this.tokens = tokens;
        this.json = json;
        this.wait = properties.fenceWait();
        this.waited = Timer.builder("kempelen.fence.wait")
                .description("How long answers to writes waited for other services")
                .register(meters);
        for (var service : Service.values()) {
            queues.put(service, new FenceQueue(events -> applied(service, events), askers));
        }
    }

    /** @param fences the values of the fence header: event ids, with commas between them */
    public void await(Stream<String> fences, List<Service> services) {
        await(fences, services, wait);
    }

    /** @param atMost how long to wait, where the installation wants waiting at all */
    public void await(Stream<String> fences, List<Service> services, Duration atMost) {
        if (services.isEmpty() || wait.isZero()) return;
        var events = fences.flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .toList();
        if (events.isEmpty()) return;
        var concerned = services.stream().map(queues::get).toList();
        waited.record(() -> await(events, concerned, atMost));
    }

    private void await(List<String> events, List<FenceQueue> concerned, Duration atMost) {
        var waits = new IdentityHashMap<FenceQueue, FenceQueue.Wait>();
        concerned.forEach(queue -> waits.put(queue, queue.await(events)));
        var answers = waits.values().stream().map(FenceQueue.Wait::done).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(answers).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException late) {
            // answered all the same
        } finally {
            waits.forEach(FenceQueue::forget);
        }
    }

    private Set<String> applied(Service service, List<String> events) throws IOException {
        var question = new BasicClassicHttpRequest(
                "GET", "/internal/applied?event=" + String.join(",", events) + "&wait=" + QUESTION.toMillis());
        question.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.ofGateway(service.id()));
        try (ClassicHttpResponse answer = upstreams.open(service, question, wait.plus(GRACE))) {
            if (answer.getCode() != 200) throw new IOException(service.id() + " answered " + answer.getCode());
            return json.readValue(EntityUtils.toByteArray(answer.getEntity()), Answer.class)
                    .applied();
        }
    }

    private record Answer(Set<String> applied) {}

    @Override
    public void destroy() {
        askers.close();
    }
}
