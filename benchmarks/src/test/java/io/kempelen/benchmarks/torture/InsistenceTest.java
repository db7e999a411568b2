package io.kempelen.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kempelen.benchmarks.http.Connection;
import io.kempelen.benchmarks.http.Request;
import io.kempelen.benchmarks.load.Tally;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsistenceTest {

    private static final int HANG_UP = 0;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Tally tally = new Tally();
    private final HttpServer server;

    InsistenceTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            keys.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Idempotency-Key"), ""));
            int status = answers.removeFirst();
            if (status != HANG_UP) exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void repeatsTheSameCallUnderTheSameKeyUntilItIsAnswered() {
        answers.addAll(List.of(503, HANG_UP, 429, 500, 201));

        assertThat(send(LONG)).isEqualTo(201);

        assertThat(keys).hasSize(5).containsOnly("key");
        assertThat(tally.faults())
                .isEqualTo(Map.of(
                        "accept http-503", 1L,
                        "accept no answer", 1L,
                        "accept http-429", 1L,
                        "accept http-500", 1L));
    }

    @Test
    void doesNotArgueWithARefusal() {
        answers.addAll(List.of(409, 201));

        assertThat(send(LONG)).isEqualTo(409);
    }

    @Test
    void waitsForWhatIsNotKnownYetOnlyWhereAsked() throws IOException {
        answers.addAll(List.of(404, 201));
        try (var connection = connection()) {
            assertThat(insistence(LONG)
                            .untilKnown(connection, "accept", request())
                            .status())
                    .isEqualTo(201);
        }

        answers.add(404);
        assertThat(send(LONG)).isEqualTo(404);
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        answers.addAll(List.of(503, 503));

        assertThat(send(Duration.ZERO)).isEqualTo(503);
        assertThat(keys).hasSize(1);
    }

    private int send(Duration time) {
        try (var connection = connection()) {
            return insistence(time).send(connection, "accept", request()).status();
        }
    }

    private Insistence insistence(Duration time) {
        return new Insistence(tally, Deadline.in(time));
    }

    private Connection connection() {
        return new Connection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private static Request request() {
        return Request.post("/", "token").once("key");
    }
}
