package io.kempelen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.messaging.testing.Replica;
import io.kempelen.messaging.testing.TestApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** A second replica on the same database, with few requests a second, somebody else's issuer, and services that fail. */
@GatewayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {

    private static final RsaJsonWebKey STRANGERS_KEY = StandIns.rsa("strangers");
    private static final String STRANGER = "http://issuer.test";
    private static final StandIn FAILING = new StandIn();

    @Autowired
    TestApi first;

    @Autowired
    People.Registry people;

    private ConfigurableApplicationContext replica;
    private TestApi second;

    @BeforeAll
    void startReplica() {
        FAILING.on(
                "GET /jwks", 200, new JsonWebKeySet(STRANGERS_KEY).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        var here = "kempelen.gateway.";
        var properties = new HashMap<>(StandIns.properties());
        properties.put(here + "requests-per-second", "5");
        properties.put(here + "services.payout-service", FAILING.url());
        properties.put(here + "services.review-service", FAILING.url());
        properties.put(here + "timeouts.reviews", "300ms");
        properties.put(here + "hosts", "kempelen.example");
        properties.put(here + "issuers[0].issuer", STRANGER);
        properties.put(here + "issuers[0].jwks", FAILING.url() + "/jwks");
        properties.put(here + "issuers[0].audience", "kempelen");
        properties.put(here + "issuers[0].account-claim", "kempelen_account");
        properties.put(here + "issuers[0].kind-claim", "role");
        replica = Replica.start(GatewayApplication.class, properties);
        second = replica.getBean(TestApi.class);
    }

    @AfterAll
    void stopReplica() {
        replica.close();
    }

    @Test
    void refusesAnAccountThatCallsTooOften() {
        var token = people.open("worker").token();

        var answers = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> get(token, "/v1/account"))
                .toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 200).isNotEmpty();
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.header("Retry-After")).isEqualTo("1");
                    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/too-many-requests");
                });
        assertThat(get(people.open("worker").token(), "/v1/account").status()).isEqualTo(200);
    }

    @Test
    void opensTheCircuitOfAServiceThatFailsAndNoOther() {
        FAILING.on("GET /v1/worker/earnings", 503, "{}");
        FAILING.on("GET /v1/fee-schedule", 404, "{}");
        for (int i = 0; i < 30; i++)
            assertThat(get(people.open("worker").token(), "/v1/fee-schedule").status())
                    .isEqualTo(404);
        for (int i = 0; i < 30; i++) get(people.open("worker").token(), "/v1/worker/earnings");

        var refused = get(people.open("worker").token(), "/v1/worker/earnings");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.json().path("service").asString()).isEqualTo("payout-service");
        assertThat(get(people.open("worker").token(), "/v1/account").status()).isEqualTo(200);
        FAILING.on("GET /v1/worker/earnings", 200, "{}");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(people.open("worker").token(), "/v1/worker/earnings")
                                .status()
                        == 200);
    }

    @Test
    void givesUpOnASilentService() {
        FAILING.on("GET /v1/tasks/3T/result", exchange -> {
            Thread.sleep(2_000);
            StandIn.answer(exchange, 200, "{}");
        });

        var answer = get(people.open("requester").token(), "/v1/tasks/3T/result");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/service-timeout");
    }

    @Test
    void shutsTheDoorOnEveryReplica() {
        var person = people.open("worker");
        assertThat(get(person.token(), "/v1/account").status()).isEqualTo(200);
        first.post(people.operatorToken(), "/v1/operator/accounts/" + person.id() + "/suspend", Map.of());

        await().atMost(Duration.ofSeconds(10))
                .until(() -> get(person.token(), "/v1/account").status() == 403);
    }

    @Test
    void trustsTheIssuersItWasToldTo() throws JoseException {
        var worker = people.open("worker");

        assertThat(get(stranger(worker.id(), "worker", "kempelen"), "/v1/account")
                        .status())
                .isEqualTo(200);
        assertThat(get(stranger(worker.id(), "operator", "kempelen"), "/v1/account")
                        .status())
                .isEqualTo(401);
        assertThat(get(stranger(worker.id(), "worker", "somebody else"), "/v1/account")
                        .status())
                .isEqualTo(401);
        assertThat(get(stranger("ANOBODY", "worker", "kempelen"), "/v1/account").status())
                .isEqualTo(401);
        assertThat(first.get(stranger(worker.id(), "worker", "kempelen"), "/v1/account")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void answersToTheHostsItWasToldTo() {
        assertThat(second.send("", "GET", "/openapi.json", null, "text/plain", Map.of("Host", "evil.example"))
                        .status())
                .isEqualTo(421);
        assertThat(second.send("", "GET", "/problems/x", null, "text/plain", Map.of("Host", "kempelen.example"))
                        .status())
                .isEqualTo(200);
    }

    private TestApi.Answer get(String token, String path) {
        return second.send(token, "GET", path, null, "application/json", Map.of("Host", "kempelen.example"));
    }

    private static String stranger(String accountId, String role, String audience) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer(STRANGER);
        claims.setSubject("somebody at the stranger's");
        claims.setAudience(audience);
        claims.setStringClaim("kempelen_account", accountId);
        claims.setStringListClaim("role", List.of("something", role));
        claims.setExpirationTimeMinutesInTheFuture(5);
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(STRANGERS_KEY.getKeyId());
        signature.setKey(STRANGERS_KEY.getPrivateKey());
        signature.setPayload(claims.toJson());
        return signature.getCompactSerialization();
    }
}
