package io.kempelen.gateway.front;

import io.kempelen.gateway.route.Group;
import io.kempelen.gateway.route.Guards;
import io.kempelen.gateway.route.Service;
import io.kempelen.gateway.route.Upstreams;
import io.kempelen.gateway.token.InternalTokens;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.springframework.stereotype.Component;

/** Asks every replica of every service whether it answers; the question reaches its database, so that an answer means something. */
@Component
class ServiceHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** One replica, and the state of the circuit to its service. */
    record Health(String service, String url, String status, long millis, String circuit) {

        boolean up() {
            return status.equals("UP");
        }
    }

    private final Upstreams upstreams;
    private final InternalTokens tokens;
    private final Guards guards;

    ServiceHealth(Upstreams upstreams, InternalTokens tokens, Guards guards) {
        this.upstreams = upstreams;
        this.tokens = tokens;
        this.guards = guards;
    }

    List<Health> all() {
        var questions = Arrays.stream(Service.values())
                .flatMap(service -> upstreams.all(service).stream().map(host -> question(service, host)))
                .toList();
        try (var parallel = Executors.newVirtualThreadPerTaskExecutor()) {
            return parallel.invokeAll(questions).stream()
                    .map(ServiceHealth::result)
                    .toList();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Callable<Health> question(Service service, HttpHost host) {
        return () -> {
            var started = System.nanoTime();
            var status = answers(service, host) ? "UP" : "DOWN";
            var millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
            return new Health(service.id(), host.toURI(), status, millis, guards.circuitOf(Group.of(service)));
        };
    }

    /** Any event will do: a service that can look it up is alive. */
    private boolean answers(Service service, HttpHost host) {
        var question = new BasicClassicHttpRequest("GET", "/internal/applied?event=" + UUID.randomUUID() + "&wait=0");
        question.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.ofGateway(service.id()));
        try (var answer = upstreams.open(host, question, PATIENCE)) {
            EntityUtils.consume(answer.getEntity());
            return answer.getCode() == 200;
        } catch (IOException down) {
            return false;
        }
    }

    private static Health result(java.util.concurrent.Future<Health> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
