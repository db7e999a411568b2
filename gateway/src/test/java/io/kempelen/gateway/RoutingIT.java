package io.kempelen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.messaging.testing.TestApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How requests get to the services and answers back. */
@GatewayTest
class RoutingIT {

    private static final StandIn SERVICES = StandIns.SERVICES;
    private static final long LARGE = 300L * 1024 * 1024;

    @Autowired
    TestApi api;

    @Autowired
    People.Registry people;

    @LocalServerPort
    int port;

    @AfterEach
    void forget() {
        SERVICES.forget();
    }

    @Test
    void sendsOnWithTheInternalTokenOnly() throws Exception {
        var worker = people.open("worker");
        SERVICES.on(
                "GET /v1/worker/tasks",
                200,
                "{\"items\":[]}",
                "Content-Type",
                "application/json",
                "X-Custom",
                "kept",
                "Set-Cookie",
                "a=b");

        var answer = api.send(
                worker.token(),
                "GET",
                "/v1/worker/tasks?limit=5&search=a%20b",
                null,
                "application/json",
                Map.of(
                        "Cookie",
                        "session=1",
                        "Idempotency-Key",
                        "k1",
                        "Kempelen-Fence",
                        "x",
                        "X-Forwarded-For",
                        "1.2.3.4"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"items\":[]}");
        assertThat(answer.header("X-Custom")).isEqualTo("kept");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var asked = SERVICES.last();
        assertThat(asked.uri()).isEqualTo("/v1/worker/tasks?limit=5&search=a%20b");
        assertThat(asked.header("Cookie")).isEmpty();
        assertThat(asked.header("Kempelen-Fence")).isEmpty();
        assertThat(asked.header("X-Forwarded-For")).isEmpty();
        assertThat(asked.header("Idempotency-Key")).isEqualTo("k1");
        assertThat(asked.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        var claims = claims(asked.header("Authorization"), "assignment-service");
        assertThat(claims.getSubject()).isEqualTo(worker.id());
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("worker");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isLessThanOrEqualTo(60);
    }

    @Test
    void takesTheNextReplicaWhenAConnectionIsRefused() {
        var requester = people.open("requester");
        SERVICES.forget();
        SERVICES.on("POST /v1/projects", 201, "{}");

        for (int i = 0; i < 4; i++) {
            assertThat(api.post(requester.token(), "/v1/projects", Map.of("name", "P"))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(SERVICES.asked()).hasSize(4).allMatch(asked -> asked.body().equals("{\"name\":\"P\"}"));
    }

    @Test
    void saysWhichServiceIsDown() {
        var answer = api.get(people.open("worker").token(), "/v1/inbox");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("service").asString()).isEqualTo("notification-service");
    }

    @Test
    void refusesWhoeverItDoesNotKnow() {
        var forged = people.open("worker").token() + "x";
        SERVICES.forget();
        for (var token : new String[] {"", "nonsense", "a.b.c", forged}) {
            var answer = api.get(token, "/v1/worker/tasks");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.json().path("type").asString()).isEqualTo("/problems/unauthenticated");
        }
        assertThat(SERVICES.asked()).isEmpty();
    }

    @Test
    void answersWithProblemsWhateverIsAsked() {
        var token = people.open("requester").token();
        assertProblem(404, api.get(token, "/v1/nothing"));
        assertProblem(404, api.get("", "/nothing"));
        assertProblem(405, api.delete(token, "/v1/account"));
        assertProblem(404, api.get("", "/internal/applied?event=x"));
        assertProblem(404, api.get("", "/v3/api-docs"));
        assertProblem(404, api.get("", "/actuator/health"));
        assertProblem(400, api.get(token, "/v1/tasks/../../internal/applied"));
        assertProblem(403, api.get(token, "/v1/operator/ledger"));
        assertProblem(403, api.get(token, "/v1/operator/services"));
        assertProblem(
                400,
                api.send(people.operatorToken(), "POST", "/v1/operator/accounts", "{", "application/json", Map.of()));
        assertProblem(
                415, api.send(people.operatorToken(), "POST", "/v1/operator/accounts", "x", "text/plain", Map.of()));
        assertProblem(431, api.send("", "GET", "/", null, "text/plain", Map.of("X-Long", "x".repeat(70_000))), 400);
    }

    @Test
    void passesLargeBodiesThroughWithoutKeepingThem() throws Exception {
        var token = people.open("requester").token();
        var arrived = new long[1];
        SERVICES.on("POST /v1/projects/3P/batches", exchange -> {
            var buffer = new byte[64 * 1024];
            for (int read; (read = exchange.getRequestBody().read(buffer)) >= 0; ) arrived[0] += read;
            exchange.sendResponseHeaders(201, LARGE);
            for (long sent = 0; sent < LARGE; sent += buffer.length)
                exchange.getResponseBody().write(buffer);
        });
        var request = HttpRequest.newBuilder(URI.create(url("/v1/projects/3P/batches")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(LARGE)))
                .build();

        var used = usedAfterCollection();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(201);
            try (var body = answer.body()) {
                assertThat(body.skip(LARGE)).isEqualTo(LARGE);
            }
        }
        assertThat(arrived[0]).isEqualTo(LARGE);
        assertThat(usedAfterCollection() - used).isLessThan(64L * 1024 * 1024);
    }

    @Test
    void handsARefusalBackWhileTheUploadStillRuns() throws Exception {
        var token = people.open("requester").token();
        SERVICES.on("POST /v1/projects/3P/batches", exchange -> {
            exchange.getRequestBody().readNBytes(1000);
            var refusal = "{\"row\":3}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(422, refusal.length);
            exchange.getResponseBody().write(refusal);
            exchange.getResponseBody().flush();
            // Like Tomcat, which takes up to two megabytes more before it hangs up.
            exchange.getRequestBody().readNBytes(2 * 1024 * 1024);
        });
        var request = HttpRequest.newBuilder(URI.create(url("/v1/projects/3P/batches")))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(30L * 1024 * 1024)))
                .build();

        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).isEqualTo("{\"row\":3}");
        }
    }

    @Test
    void cutsAnAnswerThatBrokeOff() {
        var token = people.open("requester").token();
        SERVICES.on("GET /v1/batches/3B/results.csv", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("broken off");
        });

        assertThatThrownBy(() -> api.get(token, "/v1/batches/3B/results.csv"))
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void passesRefusalsOfServicesAsTheyAre() {
        var token = people.open("requester").token();
        SERVICES.on(
                "POST /v1/tasks",
                402,
                "{\"type\":\"/problems/insufficient-funds\",\"status\":402}",
                "Content-Type",
                "application/problem+json");

        var answer = api.post(token, "/v1/tasks", Map.of());

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/insufficient-funds");
    }

    @Test
    void waitsUntilTheReadersHaveSeenAWrite() {
        var token = people.open("worker").token();
        SERVICES.forget();
        SERVICES.on(
                "PUT /v1/worker/assignments/3A/submission",
                200,
                "{}",
                "Kempelen-Fence",
                "e1,e2",
                "Kempelen-Fence",
                "e3");
        SERVICES.on("GET /internal/applied", exchange -> {
            SERVICES.remember(exchange);
            Thread.sleep(100);
            StandIn.answer(exchange, 200, "{\"applied\":[\"e1\",\"e2\",\"e3\"]}");
        });

        var started = System.nanoTime();
        var answer = api.put(token, "/v1/worker/assignments/3A/submission", Map.of("answers", Map.of()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Kempelen-Fence")).isEmpty();
        assertThat(System.nanoTime() - started).isGreaterThan(100_000_000L);
        assertThat(SERVICES.last().uri()).isEqualTo("/internal/applied?event=e1,e2,e3&wait=50");
    }

    @Test
    void answersAllTheSameWhenAReaderLags() {
        var token = people.open("worker").token();
        SERVICES.on("PUT /v1/worker/assignments/3A/submission", 200, "{}", "Kempelen-Fence", "e1");
        SERVICES.on("GET /internal/applied", exchange -> {
            Thread.sleep(3000);
            StandIn.answer(exchange, 200, "{\"applied\":[]}");
        });

        var started = System.nanoTime();
        assertThat(api.put(token, "/v1/worker/assignments/3A/submission", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(System.nanoTime() - started).isLessThan(2_500_000_000L);
    }

    @Test
    void asksOneServiceForItsDeadLetters() {
        SERVICES.on("GET /v1/operator/dead-letters", 200, "{\"items\":[]}");
        SERVICES.on("POST /v1/operator/dead-letters/replay", 200, "{}");

        assertThat(api.get(people.operatorToken(), "/v1/operator/dead-letters?service=review-service")
                        .status())
                .isEqualTo(200);
        assertThat(api.send(
                                people.operatorToken(),
                                "POST",
                                "/v1/operator/dead-letters/replay?service=payout-service",
                                null,
                                "application/json",
                                Map.of())
                        .status())
                .isEqualTo(200);
        assertProblem(422, api.get(people.operatorToken(), "/v1/operator/dead-letters"));
        assertProblem(422, api.get(people.operatorToken(), "/v1/operator/dead-letters?service=gateway"));
        assertProblem(403, api.get(people.open("worker").token(), "/v1/operator/dead-letters?service=review-service"));
    }

    @Test
    void tellsWhichServicesAnswer() {
        SERVICES.on("GET /internal/applied", 200, "{\"applied\":[]}");

        var services =
                api.get(people.operatorToken(), "/v1/operator/services").json().path("items");

        assertThat(services).hasSize(6);
        assertThat(services)
                .filteredOn(one -> one.path("status").asString().equals("UP"))
                .hasSize(4);
        assertThat(api.get("", "/").text()).contains("review-service", "openapi.json");
        assertThat(api.get("", "/problems/no-place-left").text()).contains("All places");
    }

    @Test
    void makesOneApiDocument() {
        SERVICES.on("GET /v3/api-docs", 200, """
                {"openapi":"3.1.0","paths":{"/v1/of-a-service":{"get":{}},"/internal/secret":{"get":{}}},"components":{"schemas":{}}}""");

        var document = api.get("", "/openapi.json").json();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("paths").propertyNames())
                .contains("/v1/of-a-service", "/v1/account", "/v1/operator/accounts", "/v1/operator/dead-letters")
                .allMatch(path -> path.startsWith("/v1"));
    }

    private static JwtClaims claims(String header, String audience) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKey(StandIns.INTERNAL_KEY.getPublicKey())
                .setExpectedIssuer("kempelen-gateway")
                .setExpectedAudience(audience)
                .build()
                .processToClaims(header.replaceFirst("^Bearer ", ""));
    }

    private static void assertProblem(int status, TestApi.Answer answer, int... orStatus) {
        if (orStatus.length == 0) assertThat(answer.status()).isEqualTo(status);
        else assertThat(answer.status()).isIn(status, orStatus[0]);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text()).contains("\"status\"", "\"detail\"").doesNotContain("Exception", "\tat ");
    }

    private static long usedAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
