package io.kempelen.payout;

import static org.awaitility.Awaitility.await;

import io.kempelen.events.AccountKind;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.util.Map;

/** A worker with approved answers at 0.05 each, and the API as this worker sees it. */
final class Earner {

    final String id;
    final String requester;
    final String funds;
    private final TestApi api;

    private Earner(String id, String requester, String funds, TestApi api) {
        this.id = id;
        this.requester = requester;
        this.funds = funds;
        this.api = api;
    }

    static Earner with(int answers, KafkaProbe probe, TestApi api, Books books) {
        var ids = new Ids();
        var earner = new Earner("A" + ids.next(), "A" + ids.next(), ids.next(), api);
        probe.send(Events.ACCOUNTS, earner.requester, Events.opened(earner.requester, AccountKind.REQUESTER));
        probe.send(Events.ACCOUNTS, earner.id, Events.opened(earner.id, AccountKind.WORKER));
        var deposit = Map.of("accountId", earner.requester, "amount", "100.00", "reference", ids.next());
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        api.post(operator(), "/v1/operator/deposits", deposit).status() == 201);
        probe.send(
                Events.TASKS,
                earner.requester,
                Events.asked("ask" + earner.funds, earner.funds, earner.requester, answers));
        for (int i = 0; i < answers; i++)
            probe.send(
                    Events.REVIEWS,
                    earner.funds,
                    Events.approved(ids.next(), earner.funds, earner.id, earner.requester));
        await().atMost(Duration.ofSeconds(30)).until(() -> books.earnings(earner.id) == answers * Events.REWARD);
        return earner;
    }

    static String operator() {
        return Tokens.operator("AOPERATOR", "payout-service");
    }

    String token() {
        return Tokens.worker(id, "payout-service");
    }

    TestApi.Answer choose(Map<String, Object> method) {
        return api.put(token(), "/v1/worker/payout-method", method);
    }

    TestApi.Answer withdraw(String amount) {
        return api.post(token(), "/v1/worker/payouts", amount.isEmpty() ? Map.of() : Map.of("amount", amount));
    }

    String state(String payoutId) {
        return api.get(token(), "/v1/worker/payouts/" + payoutId)
                .json()
                .path("status")
                .asString();
    }
}
