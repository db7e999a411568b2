package io.kempelen.local.process;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether a child serves now; an exception means no, so that a probe needs no error handling. */
@FunctionalInterface
public interface Readiness {

    boolean ready() throws Exception;

    /** The whole answer of a probe, for callers that only want yes or no. */
    default boolean holds() {
        try {
            return ready();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            return false;
        }
    }

    static Readiness http(URI uri) {
        return () -> {
            var request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            return Probe.CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        };
    }

    static Readiness tcp(int port) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return true;
            }
        };
    }

    /** One client for all probes: each would hold a selector thread of its own. */
    final class Probe {
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();

        private Probe() {}
    }
}
