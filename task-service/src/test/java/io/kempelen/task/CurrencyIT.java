package io.kempelen.task;

import static io.kempelen.task.Scene.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.FundsAsked;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An account has one currency, and tasks pay in it. */
@TaskServiceTest
class CurrencyIT {

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private Scene scene;

    @Test
    void refusesATaskTypeInOtherMoneyThanTheAccountsBeforeItAsksForAny() {
        var requester = scene.requester("RICH");
        var project = scene.project(requester, Map.of()); // made before it was known what the account is in
        var hitType = mturk(requester, "CreateHITType", type())
                .json()
                .path("HITTypeId")
                .asString();
        scene.opened(requester, "EUR");

        var batch = scene.upload(requester, project, "thing\nsky\n", Map.of());
        assertThat(batch.status()).as(batch.text()).isEqualTo(422);
        assertThat(batch.json().path("type").asString()).isEqualTo("/problems/other-currency");
        assertThat(batch.json().path("detail").asString())
                .startsWith("Your account is in EUR; this task type pays in USD.");
        var hit = new HashMap<String, Object>(Map.of("HITTypeId", hitType, "LifetimeInSeconds", 3600));
        hit.put("Question", MturkIT.QUESTION);
        var refused = mturk(requester, "CreateHITWithHITType", hit);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("Message").asString())
                .startsWith("Your account is in EUR; this HIT type pays in USD. Make a new one.");
        assertThat(probe.all("kempelen.tasks"))
                .noneMatch(seen -> seen.event() instanceof FundsAsked asked
                        && asked.getRequesterId().equals(requester));
        assertThat(scene.rowsOf(requester)).isZero();
        assertThat(api.post(token(requester), "/v1/tasks", Scene.taskRequest(1)).status())
                .isEqualTo(201);
    }

    private TestApi.Answer mturk(String requester, String operation, Map<String, ?> input) {
        return api.post(token(requester), "/internal/mturk/" + operation, input);
    }

    private static Map<String, Object> type() {
        return Map.of("Title", "T", "Description", "D", "Reward", "0.05", "AssignmentDurationInSeconds", 600);
    }
}
