package io.kempelen.assignment.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.Eventually;
import io.kempelen.assignment.TaskFacts;
import io.kempelen.events.AccountKind;
import io.kempelen.events.AccountOpened;
import io.kempelen.events.Comparator;
import io.kempelen.events.GuardedActions;
import io.kempelen.events.Money;
import io.kempelen.events.QualificationRequirement;
import io.kempelen.events.TaskPublished;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@KempelenTest
class SearchIT {

    private static final String SERVICE = "assignment-service";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe kafka;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Ids ids;

    private final String worker = Tokens.worker("ASEARCHER", SERVICE);

    @Test
    void showsOnlyWhatHasPlacesAndIsNotOwnOrTakenAlready() {
        var open = publish("ASHOWN", 5, List.of());
        var full = publish("ASHOWN", 5, List.of());
        var taken = publish("ASHOWN", 5, List.of());
        var own = publish("ASEARCHER", 5, List.of());
        accept(Tokens.worker("AOTHER", SERVICE), full);
        accept(worker, taken);

        assertThat(found("?requesterId=ASHOWN")).containsExactly(open);
        assertThat(found("?limit=100")).contains(open).doesNotContain(full, taken, own);
    }

    @Test
    void pagesThroughEverythingInEveryOrder() {
        var published = new ArrayList<String>();
        for (int reward = 1; reward <= 7; reward++) published.add(publish("APAGED", reward, List.of()));

        assertThat(allPages("?batchId=3BATCHAPAGED&limit=3&sort=oldest")).containsExactlyElementsOf(published);
        assertThat(allPages("?batchId=3BATCHAPAGED&limit=3")).containsExactlyElementsOf(published.reversed());
        assertThat(allPages("?requesterId=APAGED&limit=2&sort=reward")).containsExactlyElementsOf(published.reversed());
        assertThat(allPages("?sort=reward&limit=50")).containsSubsequence(published.reversed());
        assertThat(allPages("?sort=oldest&limit=50")).containsSubsequence(published);
        assertThat(found("?requesterId=APAGED&minReward=0.06")).hasSize(2);
        assertThat(api.get(worker, "/v1/worker/tasks?sort=best").status()).isEqualTo(422);
        assertThat(api.get(worker, "/v1/worker/tasks?cursor=xyz").status()).isEqualTo(422);
    }

    @Test
    void findsWordsWhereverTheyStand() {
        var task = event("AWORDS", 5, List.of());
        task.setTitle("Transcribe an old LETTER, 100% done");
        publish(task);

        assertThat(found("?search=letter")).containsExactly(task.getTaskId());
        assertThat(found("?search=100%25")).containsExactly(task.getTaskId());
        assertThat(found("?search=letter_")).isEmpty();
    }

    @Test
    void hidesWhatAWorkerMayNotDiscoverAndSaysWhatIsMissing() {
        var hidden = publish("AGUARDED", 5, List.of(masters(GuardedActions.DISCOVER_PREVIEW_AND_ACCEPT)));
        var shown = publish("AGUARDED", 5, List.of(masters(GuardedActions.PREVIEW_AND_ACCEPT)));

        assertThat(found("?requesterId=AGUARDED")).containsExactly(shown).doesNotContain(hidden);
        assertThat(found("?requesterId=AGUARDED&qualified=true")).isEmpty();
        var item = api.get(worker, "/v1/worker/tasks?requesterId=AGUARDED")
                .json()
                .get("items")
                .get(0);
        assertThat(item.get("qualified").asBoolean()).isFalse();
        assertThat(item.get("unmetRequirements").get(0).get("comparator").asString())
                .isEqualTo("Exists");
    }

    @Test
    void hidesTheTasksOfARequesterWhoBlockedTheWorker() {
        var task = publish("ABLOCKING", 5, List.of());
        var requester = Tokens.requester("ABLOCKING", SERVICE);

        assertThat(api.put(requester, "/v1/blocks/ASEARCHER", Map.of("reason", "spam"))
                        .status())
                .isEqualTo(200);
        assertThat(found("?requesterId=ABLOCKING")).isEmpty();
        assertThat(api.post(worker, "/v1/worker/tasks/" + task + "/assignments", Map.of())
                        .json()
                        .get("type")
                        .asString())
                .isEqualTo("/problems/blocked");
        assertThat(api.delete(requester, "/v1/blocks/ASEARCHER").status()).isEqualTo(204);
        assertThat(found("?requesterId=ABLOCKING")).containsExactly(task);
    }

    @Test
    void offersNoWorkThatPaysInOtherMoneyThanTheWorkersAccount() {
        var dollars = publish("AEXCHANGE", 5, List.of());
        var event = event("AEXCHANGE", 5, List.of());
        event.setReward(new Money(500L, "JPY"));
        event.setFee(new Money(100L, "JPY"));
        var yen = publish(event);
        var unknown = Tokens.worker("ANEWCOMER", SERVICE);
        assertThat(ids(page(unknown, "?requesterId=AEXCHANGE"))).containsExactlyInAnyOrder(dollars, yen);

        var other = Tokens.worker(open("AYEN", "JPY"), SERVICE);

        assertThat(ids(page(other, "?requesterId=AEXCHANGE"))).containsExactly(yen);
        assertThat(ids(page(other, "?limit=100"))).contains(yen).doesNotContain(dollars);
        assertThat(ids(page(other, "?requesterId=AEXCHANGE&minReward=500"))).containsExactly(yen);
        var refused = api.post(other, "/v1/worker/tasks/" + dollars + "/assignments", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/other-currency");
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("This task pays in USD and your account is in JPY.");
        accept(other, yen);
    }

    private String open(String account, String currency) {
        kafka.sendTwice(
                "kempelen.accounts",
                account,
                new AccountOpened(account, AccountKind.WORKER, currency, null, null, TaskFacts.now()));
        Eventually.is(
                "known",
                () -> !jdbc.queryForList("SELECT 1 FROM worker WHERE worker_id = ?", account)
                        .isEmpty());
        return account;
    }

    private static QualificationRequirement masters(GuardedActions guard) {
        return new QualificationRequirement(
                "2F1QJWKUDD8XADTFD2Q0G6UTO95ALH", Comparator.EXISTS, List.of(), List.of(), guard);
    }

    private List<String> allPages(String query) {
        var all = new ArrayList<String>();
        var page = page(query);
        all.addAll(ids(page));
        while (page.hasNonNull("nextCursor")) {
            page = page(query + "&cursor=" + page.get("nextCursor").asString());
            all.addAll(ids(page));
        }
        assertThat(all).doesNotHaveDuplicates();
        return all;
    }

    private List<String> found(String query) {
        return ids(page(query));
    }

    private JsonNode page(String query) {
        return page(worker, query);
    }

    private JsonNode page(String token, String query) {
        var answer = api.get(token, "/v1/worker/tasks" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode page) {
        var found = new ArrayList<String>();
        page.get("items").forEach(item -> found.add(item.get("taskId").asString()));
        return found;
    }

    private void accept(String token, String task) {
        assertThat(api.post(token, "/v1/worker/tasks/" + task + "/assignments", Map.of())
                        .status())
                .isEqualTo(201);
    }

    private String publish(String requester, long reward, List<QualificationRequirement> requirements) {
        return publish(event(requester, reward, requirements));
    }

    private TaskPublished event(String requester, long reward, List<QualificationRequirement> requirements) {
        var event = TaskFacts.published(ids.next(), requester, 1, 3600, requirements);
        event.setReward(new Money(reward, "USD"));
        return event;
    }

    private String publish(TaskPublished event) {
        var task = event.getTaskId();
        kafka.send(TaskFacts.TOPIC, task, event);
        Eventually.is(
                "known",
                () -> !jdbc.queryForList("SELECT 1 FROM task WHERE task_id = ?", task)
                        .isEmpty());
        return task;
    }
}
