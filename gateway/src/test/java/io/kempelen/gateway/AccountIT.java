package io.kempelen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.AccountOpened;
import io.kempelen.events.AccountReinstated;
import io.kempelen.events.AccountSuspended;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Accounts and keys from the outside: what an operator can do, and what it changes for the one concerned. */
@GatewayTest
class AccountIT {

    private static final String TOPIC = "kempelen.accounts";

    @Autowired
    TestApi api;

    @Autowired
    KafkaProbe kafka;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    People.Registry people;

    @Test
    void makesTheFirstOperatorAtTheFirstStart() {
        var own = api.get(people.operatorToken(), "/v1/account").json();

        assertThat(own.path("kind").asString()).isEqualTo("operator");
        assertThat(own.path("id").asString()).matches("A[A-Z0-9]{13}");
    }

    @Test
    void describesItsIssuerAndShowsPublicKeysOnly() {
        assertThat(api.get("", "/.well-known/oauth-authorization-server")
                        .json()
                        .path("issuer")
                        .asString())
                .isEqualTo("http://kempelen.test");
        var keys = api.get("", "/oauth2/jwks").json().path("keys");
        assertThat(keys).hasSize(1);
        assertThat(keys.get(0).has("d")).isFalse();
        var refused = people.token("NOBODY", "nothing");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void opensAccountsAndTellsThePlatformNothingPersonal() {
        var answer = api.post(
                people.operatorToken(),
                "/v1/operator/accounts",
                Map.of(
                        "kind",
                        "worker",
                        "name",
                        "Ada Nosuchname",
                        "locale",
                        "US-CA",
                        "email",
                        "ada@nosuchname.example"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Kempelen-Fence")).isEmpty();
        var opened = answer.json();
        var id = opened.path("id").asString();
        assertThat(id).matches("A[A-Z0-9]{13}");
        var event = kafka.awaitOne(
                TOPIC, AccountOpened.class, seen -> seen.getAccountId().equals(id));
        assertThat(event.getCountry()).isEqualTo("US");
        assertThat(event.getSubdivision()).isEqualTo("CA");
        assertThat(event.getCurrency()).isEqualTo("USD");
        assertThat(kafka.raw(TOPIC))
                .noneMatch(record -> new String(record.value(), StandardCharsets.ISO_8859_1).contains("nosuchname"));
        assertThat(api.get(opened.path("token").asString(), "/v1/account")
                        .json()
                        .path("locale")
                        .asString())
                .isEqualTo("US-CA");
    }

    @Test
    void keepsSecretsSealed() {
        var person = people.open("requester");

        var stored = jdbc.queryForObject("SELECT secret FROM access_key WHERE id = ?", byte[].class, person.keyId());

        assertThat(new String(java.util.Objects.requireNonNull(stored), StandardCharsets.ISO_8859_1))
                .doesNotContain(person.secret());
    }

    @Test
    void takesAnIdOfTheOperatorsChoiceOnce() {
        var wanted = Map.of("kind", "worker", "name", "One", "id", "A1WORKERONE001");

        assertThat(api.post(people.operatorToken(), "/v1/operator/accounts", wanted)
                        .status())
                .isEqualTo(201);
        var again = api.post(people.operatorToken(), "/v1/operator/accounts", wanted);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("type").asString()).isEqualTo("/problems/id-taken");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertRefused("kind", Map.of("kind", "boss", "name", "X"));
        assertRefused("name", Map.of("kind", "worker"));
        assertRefused("id", Map.of("kind", "worker", "name", "X", "id", "B1"));
        assertRefused("locale", Map.of("kind", "worker", "name", "X", "locale", "XX-1"));
        assertRefused("email", Map.of("kind", "worker", "name", "X", "email", "nobody"));
        assertRefused("currency", Map.of("kind", "worker", "name", "X", "currency", "ABC"));
    }

    @Test
    void givesTheSameAccountForTheSameIdempotencyKey() {
        var body = "{\"kind\":\"requester\",\"name\":\"Once\"}";
        var first = open(body, "key-1");
        var second = open(body, "key-1");
        var other = open("{\"kind\":\"requester\",\"name\":\"Twice\"}", "key-1");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(second.json().path("secretAccessKey")).isEqualTo(first.json().path("secretAccessKey"));
        assertThat(other.status()).isEqualTo(422);

        var taken = "{\"kind\":\"requester\",\"name\":\"Taken\",\"id\":\""
                + first.json().path("id").asString() + "\"}";
        assertThat(open(taken, "key-2").status()).isEqualTo(409);
        assertThat(open(taken, "key-2").status()).isEqualTo(409);
    }

    @Test
    void letsOnlyOperatorsOpenAccounts() {
        var refused = api.post(
                people.open("requester").token(), "/v1/operator/accounts", Map.of("kind", "worker", "name", "X"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void listsEveryAccountOnce() {
        for (int i = 0; i < 5; i++) people.open("worker");
        var seen = new HashSet<String>();
        var cursor = "";
        do {
            var page = api.get(people.operatorToken(), "/v1/operator/accounts?limit=3" + cursor)
                    .json();
            page.path("items")
                    .forEach(item ->
                            assertThat(seen.add(item.path("id").asString())).isTrue());
            cursor = page.has("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(jdbc.queryForList("SELECT id FROM account").size());
    }

    @Test
    void shutsTheDoorOnTheSuspended() {
        var person = people.open("worker");
        var path = "/v1/operator/accounts/" + person.id();

        assertThat(api.post(people.operatorToken(), path + "/suspend", Map.of())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("SUSPENDED");
        assertThat(api.get(person.token(), "/v1/account").status()).isEqualTo(403);
        assertThat(people.token(person.keyId(), person.secret()).status()).isEqualTo(401);
        api.post(people.operatorToken(), path + "/suspend", Map.of());
        assertThat(api.post(people.operatorToken(), path + "/reinstate", Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(api.get(person.token(), "/v1/account").status()).isEqualTo(200);
        assertThat(kafka.await(
                        TOPIC,
                        AccountSuspended.class,
                        1,
                        seen -> seen.getAccountId().equals(person.id())))
                .hasSize(1);
        kafka.awaitOne(
                TOPIC, AccountReinstated.class, seen -> seen.getAccountId().equals(person.id()));
    }

    @Test
    void keepsAnOperatorFromSuspendingThemselves() {
        var own =
                api.get(people.operatorToken(), "/v1/account").json().path("id").asString();

        assertThat(api.post(people.operatorToken(), "/v1/operator/accounts/" + own + "/suspend", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void rotatesAccessKeys() {
        var person = people.open("requester");
        var added = api.post(person.token(), "/v1/account/access-keys", Map.of());
        assertThat(added.status()).isEqualTo(201);
        var newer = people.token(
                        added.json().path("accessKeyId").asString(),
                        added.json().path("secretAccessKey").asString())
                .json()
                .path("access_token")
                .asString();
        assertThat(api.get(newer, "/v1/account/access-keys").json().path("items"))
                .hasSize(2);

        assertThat(api.delete(newer, "/v1/account/access-keys/" + person.keyId())
                        .status())
                .isEqualTo(204);

        assertThat(api.get(person.token(), "/v1/account").status()).isEqualTo(401);
        assertThat(people.token(person.keyId(), person.secret()).status()).isEqualTo(401);
        assertThat(api.get(newer, "/v1/account/access-keys").json().path("items"))
                .hasSize(1);
        assertThat(api.delete(newer, "/v1/account/access-keys/NOBODYS").status())
                .isEqualTo(404);
    }

    private TestApi.Answer open(String body, String key) {
        return api.send(
                people.operatorToken(),
                "POST",
                "/v1/operator/accounts",
                body,
                "application/json",
                Map.of("Idempotency-Key", key));
    }

    private void assertRefused(String field, Map<String, String> wanted) {
        var refused = api.post(people.operatorToken(), "/v1/operator/accounts", wanted);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("field").asString()).isEqualTo(field);
    }
}
