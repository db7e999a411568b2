package io.kempelen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kempelen.messaging.testing.TestApi;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mturk.MTurkClient;
import software.amazon.awssdk.services.mturk.model.MTurkException;
import software.amazon.awssdk.services.mturk.model.RequestErrorException;
import software.amazon.awssdk.services.mturk.model.ServiceException;

/** The unmodified AWS SDK for Java through the gateway; a stand-in answers for the services. */
@GatewayTest
class MturkIT {

    private static final StandIn SERVICES = StandIns.SERVICES;

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
    void answersTheSdk() {
        var requester = people.open("requester");
        SERVICES.on("POST /internal/mturk/GetAccountBalance", 200, "{\"AvailableBalance\":\"10000.00\"}");

        with(requester, client -> {
            var answer = client.getAccountBalance(ask -> {});
            assertThat(answer.availableBalance()).isEqualTo("10000.00");
            assertThat(answer.responseMetadata().requestId()).isNotBlank();
        });

        assertThat(SERVICES.last().body()).isEqualTo("{}");
        assertThat(SERVICES.last().header("Authorization")).startsWith("Bearer ");
    }

    @Test
    void passesTextOfAnyLanguageUnharmed() {
        var requester = people.open("requester");
        SERVICES.on(
                "POST /internal/mturk/CreateHIT",
                200,
                "{\"HIT\":{\"Title\":\"Étiqueter – 画像\"}}",
                "Kempelen-Fence",
                "e1");
        SERVICES.on("GET /internal/applied", 200, "{\"applied\":[\"e1\"]}");

        with(
                requester,
                client -> assertThat(client.createHIT(hit -> hit.title("Étiqueter – 画像")
                                        .description("d")
                                        .reward("0.05")
                                        .lifetimeInSeconds(60L)
                                        .assignmentDurationInSeconds(60L))
                                .hit()
                                .title())
                        .isEqualTo("Étiqueter – 画像"));

        assertThat(SERVICES.asked())
                .filteredOn(asked -> asked.uri().startsWith("/internal/applied?event=e1"))
                .hasSize(2);
        assertThat(SERVICES.asked()).anyMatch(asked -> asked.body().contains("Étiqueter – 画像"));
    }

    @Test
    void passesTheServicesOwnErrors() {
        var requester = people.open("requester");
        SERVICES.on("POST /internal/mturk/GetHIT", 400, """
                {"__type":"RequestError","Message":"Hit X does not exist. (1)","TurkErrorCode":"AWS.MechanicalTurk.HITDoesNotExist"}""");

        with(
                requester,
                client -> assertThatExceptionOfType(RequestErrorException.class)
                        .isThrownBy(() -> client.getHIT(ask -> ask.hitId("X")))
                        .satisfies(error ->
                                assertThat(error.turkErrorCode()).isEqualTo("AWS.MechanicalTurk.HITDoesNotExist"))
                        .withMessageContaining("Hit X does not exist."));
    }

    @Test
    void saysThatAnOperationIsNotThereYet() {
        with(
                people.open("requester"),
                client -> assertThatExceptionOfType(RequestErrorException.class)
                        .isThrownBy(() -> client.listReviewableHITs(ask -> {}))
                        .withMessageContaining("ListReviewableHITs is not available"));
    }

    @Test
    void reportsADeadServiceAsAFaultOnItsSide() {
        with(
                people.open("requester"),
                client -> assertThatExceptionOfType(ServiceException.class)
                        .isThrownBy(() -> client.notifyWorkers(
                                ask -> ask.subject("s").messageText("t").workerIds("A1")))
                        .satisfies(fault -> assertThat(fault.statusCode()).isEqualTo(500)));
    }

    @Test
    void refusesWrongSecretsUnknownKeysAndOtherKinds() {
        var requester = people.open("requester");

        assertRefused("InvalidSignatureException", requester.keyId(), requester.secret() + "x");
        assertRefused("UnrecognizedClientException", "NOBODY", "secret");
        var worker = people.open("worker");
        assertRefused("AccessDeniedException", worker.keyId(), worker.secret());
        api.post(people.operatorToken(), "/v1/operator/accounts/" + requester.id() + "/suspend", Map.of());
        assertRefused("AccessDeniedException", requester.keyId(), requester.secret());
    }

    @Test
    void answersInJsonWhateverIsSent() {
        for (var target : new String[] {"", "MTurkRequesterServiceV20170117.Nothing"}) {
            var answer = api.send("", "POST", "/", "{}", "application/x-amz-json-1.1", Map.of("X-Amz-Target", target));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
            assertThat(answer.header("x-amzn-RequestId")).isNotBlank();
            assertThat(answer.json().path("__type").asString()).isEqualTo("MissingAuthenticationTokenException");
        }
        var large = api.send("", "POST", "/", "x".repeat(2 * 1024 * 1024), "application/x-amz-json-1.1", Map.of());
        assertThat(large.json().path("__type").asString()).isEqualTo("RequestEntityTooLargeException");
    }

    private void assertRefused(String code, String keyId, String secret) {
        with(
                new People.Person("", "", keyId, secret),
                client -> assertThatExceptionOfType(MTurkException.class)
                        .isThrownBy(() -> client.getAccountBalance(ask -> {}))
                        .satisfies(error ->
                                assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code))
                        .satisfies(error -> assertThat(error.statusCode()).isEqualTo(400)));
    }

    private void with(People.Person person, Consumer<MTurkClient> use) {
        try (var client = MTurkClient.builder()
                .endpointOverride(URI.create("http://localhost:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(person.keyId(), person.secret())))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            use.accept(client);
        }
    }
}
