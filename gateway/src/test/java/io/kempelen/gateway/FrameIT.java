package io.kempelen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.messaging.frame.Capability;
import io.kempelen.messaging.testing.TestApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Task frames on their own origin, and what their forms may do. */
@GatewayTest
class FrameIT {

    private static final StandIn SERVICES = StandIns.SERVICES;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, String> ON_FRAME_HOST = Map.of("Host", StandIns.FRAME_HOST);

    @Autowired
    TestApi api;

    @Autowired
    People.Registry people;

    @AfterEach
    void forget() {
        SERVICES.forget();
    }

    @Test
    void showsAFrameOnItsOwnOriginOnly() throws InvalidJwtException {
        var worker = people.open("worker");
        SERVICES.on(
                "GET /internal/frames/3TASK",
                200,
                "<html></html>",
                "Content-Type",
                "text/html",
                "Set-Cookie",
                "evil=1");
        var path = "/s/" + capability(worker, Duration.ofMinutes(1)) + "/frame?assignmentId=3A&hitId=3TASK";

        var shown = api.send("", "GET", path, null, FORM, ON_FRAME_HOST);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(shown.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(shown.header("Set-Cookie")).isEmpty();
        assertThat(SERVICES.last().uri()).isEqualTo("/internal/frames/3TASK?assignmentId=3A&hitId=3TASK");
        assertThat(claimOfAssignment("task-service")).isEqualTo("3ASSIGNMENT");
        assertThat(api.send("", "GET", path, null, FORM, Map.of()).status()).isEqualTo(421);
    }

    @Test
    void takesTheFormOfAFrame() throws InvalidJwtException {
        var worker = people.open("worker");
        SERVICES.on("POST /mturk/externalSubmit", 200, "<html>Thanks</html>", "Content-Type", "text/html");

        var answer = api.send(
                "",
                "POST",
                "/s/" + capability(worker, Duration.ofMinutes(1)) + "/mturk/externalSubmit?late=1",
                "assignmentId=3ASSIGNMENT&label=caf%C3%A9&label=b",
                FORM,
                ON_FRAME_HOST);

        assertThat(answer.text()).contains("Thanks");
        assertThat(SERVICES.last().body()).isEqualTo("assignmentId=3ASSIGNMENT&label=caf%C3%A9&label=b");
        assertThat(SERVICES.last().uri()).isEqualTo("/mturk/externalSubmit?late=1");
        assertThat(claimOfAssignment("assignment-service")).isEqualTo("3ASSIGNMENT");
    }

    @Test
    void takesTheBareFormOfAWorkerWithAToken() {
        SERVICES.on("POST /mturk/externalSubmit", 200, "ok");

        assertThat(submit(people.open("worker").token()).status()).isEqualTo(200);
        assertThat(submit(people.open("requester").token()).status()).isEqualTo(403);
        assertThat(submit("").status()).isEqualTo(401);
    }

    @Test
    void refusesForgedAndExpiredFrames() {
        var worker = people.open("worker");
        var good = capability(worker, Duration.ofMinutes(1));
        for (var bad : new String[] {capability(worker, Duration.ofSeconds(-1)), good + "x", "x" + good, "nonsense"}) {
            assertThat(api.send("", "GET", "/s/" + bad + "/frame", null, FORM, ON_FRAME_HOST)
                            .status())
                    .isEqualTo(403);
            assertThat(api.send("", "POST", "/s/" + bad + "/mturk/externalSubmit", "a=b", FORM, ON_FRAME_HOST)
                            .status())
                    .isEqualTo(403);
        }
        api.post(people.operatorToken(), "/v1/operator/accounts/" + worker.id() + "/suspend", Map.of());
        assertThat(api.send("", "POST", "/s/" + good + "/mturk/externalSubmit", "a=b", FORM, ON_FRAME_HOST)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void servesTheScriptsThatTaskPagesExpect() {
        var script = api.send("", "GET", "/externalHIT_v1.js", null, FORM, ON_FRAME_HOST);

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).contains("javascript");
        assertThat(script.text()).contains("turkSetAssignmentID", "turkGetParam");
        assertThat(api.get("", "/crowd-html-elements.js").text()).contains("crowd-form");
    }

    private TestApi.Answer submit(String token) {
        return api.send(token, "POST", "/mturk/externalSubmit", "assignmentId=3A", FORM, Map.of());
    }

    private static String capability(People.Person worker, Duration lifetime) {
        return new Capability("3ASSIGNMENT", worker.id(), "3TASK", Instant.now().plus(lifetime)).mint("test frame key");
    }

    private static Object claimOfAssignment(String audience) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKey(StandIns.INTERNAL_KEY.getPublicKey())
                .setExpectedAudience(audience)
                .build()
                .processToClaims(SERVICES.last().header("Authorization").replaceFirst("^Bearer ", ""))
                .getClaimValue("asg");
    }
}
