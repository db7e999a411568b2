package io.kempelen.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final String LONG = "x".repeat(70_000);

    private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    ConnectionTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            callers.add(exchange.getRemoteAddress());
            var body = exchange.getRequestURI().getPath().equals("/echo")
                    ? exchange.getRequestBody().readAllBytes()
                    : LONG.getBytes(StandardCharsets.UTF_8);
            boolean chunked = exchange.getRequestURI().getPath().equals("/chunked");
            exchange.sendResponseHeaders(200, chunked ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/nothing", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void keepsItsConnection() throws IOException {
        try (var connection = new Connection(base())) {
            assertThat(connection.send(Request.get("/long", "t")).body()).isEqualTo(LONG);
            assertThat(connection.send(Request.get("/chunked", "t")).body()).isEqualTo(LONG);
            assertThat(connection
                            .send(Request.json("PUT", "/echo", "t", "{\"a\":1}"))
                            .body())
                    .isEqualTo("{\"a\":1}");
            assertThat(connection.send(Request.get("/nothing", "t"))).isEqualTo(new Reply(204, "", false));
        }

        assertThat(callers).hasSize(1);
    }

    @Test
    void saysWhatGotNoAnswer() {
        var gone = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        server.stop(0);

        try (var connection = new Connection(gone)) {
            assertThatThrownBy(() -> connection.send(Request.get("/x", "t")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("GET /x");
        }
    }
}
