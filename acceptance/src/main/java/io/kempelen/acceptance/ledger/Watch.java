package io.kempelen.acceptance.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Serves the last verification's result to Prometheus, on this machine only. */
final class Watch implements AutoCloseable {

    private final HttpServer server;
    private final InstantSource clock;
    private volatile String metrics = Metrics.none();

    Watch(int port, InstantSource clock) throws IOException {
        this.clock = clock;
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        server = HttpServer.create(address, 0, "/metrics", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void verified(Report report) {
        metrics = Metrics.of(report, clock.instant());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = metrics.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
