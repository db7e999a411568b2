package io.kempelen.gateway.route;

import io.kempelen.gateway.GatewayProperties;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.classic.MinimalHttpClient;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The one HTTP client to the services. It repeats nothing by itself: only a refused connection moves a call on to the next
 * replica, since then nobody has seen it.
 */
@Component
public class Upstreams implements DisposableBean {

    private static final int CONNECTIONS_PER_REPLICA = 512;

    private final Map<Service, Replicas> replicas = new EnumMap<>(Service.class);
    private final PoolingHttpClientConnectionManager connections = connections();
    private final MinimalHttpClient client = HttpClients.createMinimal(connections);

    Upstreams(GatewayProperties properties) {
        for (var service : Service.values()) {
            var urls = properties.services().getOrDefault(service.id(), List.<URI>of());
            if (urls.isEmpty())
                throw new IllegalStateException("kempelen.gateway.services." + service.id() + " names no base URL");
            replicas.put(service, new Replicas(urls));
        }
    }

    public List<HttpHost> all(Service service) {
        return replicas(service).all();
    }

    /** Sends a request to a replica that takes the connection; the caller closes the response. */
    ClassicHttpResponse open(Service service, ClassicHttpRequest request, Duration timeout) throws IOException {
        var refusals = new ArrayList<IOException>();
        for (var host : replicas(service).inTurn()) {
            try {
                return open(host, request, timeout);
            } catch (ConnectException | ConnectTimeoutException refused) {
                refusals.add(refused);
            }
        }
        throw new Unavailable(service, Unavailable.Why.UNREACHABLE, refusals.getLast());
    }

    public ClassicHttpResponse open(HttpHost host, ClassicHttpRequest request, Duration timeout) throws IOException {
        var context = HttpClientContext.create();
        context.setRequestConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeout))
                .setConnectionRequestTimeout(Timeout.ofSeconds(2))
                .build());
        return client.executeOpen(host, request, context);
    }

    @Override
    public void destroy() {
        client.close(CloseMode.GRACEFUL);
    }

    private Replicas replicas(Service service) {
        return Objects.requireNonNull(replicas.get(service));
    }

    /** A connection idle for long may have been closed by its service; asking costs a millisecond, so only then. */
    private static PoolingHttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .responseOutOfOrderStrategy(Upload.EARLY_ANSWERS)
                        .build())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(CONNECTIONS_PER_REPLICA)
                .setMaxConnTotal(CONNECTIONS_PER_REPLICA * 16)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(1))
                        .setSocketTimeout(Timeout.ofSeconds(30))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
    }
}
