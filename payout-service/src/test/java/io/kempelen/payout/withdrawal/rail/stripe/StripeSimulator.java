package io.kempelen.payout.withdrawal.rail.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The part of Stripe's API that the rail uses, on a local port: transfers, reversals and payouts with idempotency keys, and faults
 * on demand. As Stripe does, it keeps the first answer to a key, good or bad, except to requests that were turned away at the door.
 */
final class StripeSimulator implements AutoCloseable {

    static final String KEY = "sk_test_simulated";

    /** Decides what goes wrong with each request. */
    interface Faults {
        Fault next(Asked request);
    }

    record Asked(
            String method,
            String path,
            Map<String, String> params,
            @Nullable String account,
            @Nullable String key) {

        boolean is(String wanted, String pathPattern) {
            return method.equals(wanted) && path.matches(pathPattern);
        }
    }

    private record Kept(Asked request, Reply reply) {}

    final StripeBooks books = new StripeBooks();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Kept> kept = new HashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Faults faults = request -> Fault.NONE;

    StripeSimulator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void faults(Faults next) {
        faults = next;
    }

    /** One fault for the next request of that kind. */
    void once(Fault fault, String method, String pathPattern) {
        var left = new ArrayList<>(List.of(fault));
        faults = request -> {
            synchronized (left) {
                return request.is(method, pathPattern) && !left.isEmpty() ? left.removeFirst() : Fault.NONE;
            }
        };
    }

    /** A day passes: keys are good for no longer. */
    void forgetKeys() {
        synchronized (kept) {
            kept.clear();
        }
    }

    /** All requests that arrived, or were lost on their way. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = read(exchange);
            asked.add(request);
            var fault = faults.next(request);
            var reply = reply(exchange, request, fault);
            if (fault == Fault.REQUEST_LOST || fault == Fault.ANSWER_LOST) return;
            if (fault == Fault.LATE) Thread.sleep(1_500);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Request-Id", "req_" + asked.size());
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange, Asked request, Fault fault) {
        var broken = Reply.error(500, "api_error", null, "An unknown error occurred");
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization")))
            return Reply.error(401, null, "Invalid API Key provided: sk_test_****");
        return switch (fault) {
            case REQUEST_LOST -> broken;
            case BUSY -> Reply.error(429, "rate_limit", "Request rate limit exceeded.");
            case BROKEN_BEFORE -> once(request, () -> broken);
            case BROKEN_AFTER ->
                once(request, () -> {
                    act(request);
                    return broken;
                });
            case NONE, ANSWER_LOST, LATE -> once(request, () -> act(request));
        };
    }

    private interface Action {
        Reply run();
    }

    private Reply once(Asked request, Action action) {
        if (request.key() == null) return action.run();
        synchronized (kept) {
            var before = kept.get(request.account() + " " + request.key());
            if (before == null) {
                var reply = action.run();
                kept.put(request.account() + " " + request.key(), new Kept(request, reply));
                return reply;
            }
            if (before.request().equals(request)) return before.reply();
            return Reply.error(
                    400,
                    "idempotency_error",
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they were first used with.");
        }
    }

    private Reply act(Asked request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v1/transfers" -> books.createTransfer(request.params());
            case "GET /v1/transfers" -> books.listTransfers(request.params());
            case "POST /v1/payouts" -> books.createPayout(request.account(), request.params());
            case "GET /v1/payouts" -> books.listPayouts(request.account(), request.params());
            default ->
                request.is("POST", "/v1/transfers/[^/]+/reversals")
                        ? books.reverse(request.path().split("/", -1)[3], request.params())
                        : Reply.error(404, null, "Unrecognized request URL");
        };
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var query = exchange.getRequestURI().getRawQuery();
        var form = exchange.getRequestMethod().equals("GET") ? query : body;
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                decode(form == null ? "" : form),
                exchange.getRequestHeaders().getFirst("Stripe-Account"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    }

    private static Map<String, String> decode(String form) {
        var members = new TreeMap<String, String>();
        for (var member : form.split("&", -1)) {
            var parts = member.split("=", 2);
            if (parts.length == 2) members.put(plain(parts[0]), plain(parts[1]));
        }
        return members;
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
