package io.kempelen.task;

import static io.kempelen.task.Scene.token;
import static io.kempelen.task.Scene.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.BatchCompleted;
import io.kempelen.events.BatchPublished;
import io.kempelen.events.FundsAsked;
import io.kempelen.events.TaskPublished;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.TestApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@TaskServiceTest
class BatchIT {

    private static final String TASKS = "kempelen.tasks";

    @Autowired
    private TestApi api;

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private Scene scene;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void makesOneTaskOfEqualRows() {
        var requester = scene.requester("RICH");
        var answer = upload(requester, Map.of(), "\uFEFFthing,kempelen:places\nsky,\ngrass,4\nsky,2\n\"a\nb\",\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var batch = answer.json();
        assertThat(batch.path("rows").asInt()).isEqualTo(4);
        assertThat(batch.path("tasks").asInt()).isEqualTo(3);
        assertThat(batch.path("places").asInt()).isEqualTo(8);
        assertThat(batch.path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(batch.path("cost").path("total").asString()).isEqualTo("0.48");
        var batchId = batch.path("batchId").asString();
        var asked = probe.awaitOne(
                TASKS, FundsAsked.class, event -> event.getFundsId().equals(batchId));
        assertThat(asked.getLines())
                .extracting(line -> line.getAssignmentsPerTask() + "x" + line.getPlaces())
                .containsExactly("1x1", "3x3", "4x4");
        assertThat(probe.await(TASKS, TaskPublished.class, 3, event -> batchId.equals(event.getBatchId())))
                .hasSize(3);
        assertThat(probe.await(
                        TASKS,
                        BatchPublished.class,
                        1,
                        event -> event.getBatchId().equals(batchId)))
                .hasSize(1);
        var tasks = api.get(token(requester), "/v1/tasks?batchId=" + batchId + "&limit=2")
                .json();
        assertThat(tasks.path("items").path(0).path("input").path("thing").asString())
                .isEqualTo("sky");
        assertThat(tasks.path("items").path(0).path("places").asInt()).isEqualTo(3);
        var rest = api.get(
                token(requester),
                "/v1/tasks?batchId=" + batchId + "&cursor="
                        + tasks.path("nextCursor").asString());
        assertThat(rest.json().path("items").path(0).path("input").path("thing").asString())
                .isEqualTo("a\nb");
    }

    @Test
    void warnsOfPlaceholdersWithoutColumn() {
        var requester = scene.requester("RICH");
        var answer = upload(requester, Map.of("template", "${thing} `${SENTENCES\" + id + \"}`"), "thing\nsky\n");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("warnings").toString()).contains("SENTENCES");
    }

    @Test
    void keepsNothingOfARefusedFile() {
        var requester = scene.requester("RICH");
        var rows = IntStream.range(0, 1500).mapToObj(i -> "row" + i + ",x").collect(Collectors.joining("\n"));
        var answer = upload(requester, Map.of(), "thing,b\n" + rows + "\nragged\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("row").asInt()).isEqualTo(1501);
        assertThat(answer.json().path("column").asString()).isEqualTo("b");
        assertThat(answer.json().path("detail").asString()).contains("Row 1501", "line 1502");
        assertThat(leftOf(requester)).isZero();
    }

    @Test
    void keepsNothingOfABatchItCannotFund() {
        var requester = scene.requester("POOR");
        assertThat(upload(requester, Map.of(), "thing\nsky\ngrass\n").status()).isEqualTo(402);
        assertThat(leftOf(requester)).isZero();
    }

    @Test
    void keepsNothingOfABatchNobodyAnswersFor() {
        var requester = scene.requester("FORGOTTEN");
        assertThat(upload(requester, Map.of(), "thing\nsky\ngrass\n").status()).isEqualTo(503);
        var asked = probe.awaitOne(
                TASKS, FundsAsked.class, event -> event.getRequesterId().equals(requester));
        probe.sendTwice("kempelen.payouts", requester, PayoutStub.held(asked));
        scene.openTask(scene.requester("RICH"), 1);
        assertThat(leftOf(requester)).isZero();
    }

    @Test
    void followsABatchToItsEndAndExportsIt() {
        var requester = scene.requester("RICH");
        var batchId = upload(requester, Map.of(), "thing,odd name-1\nsky,1\nsky,1\n\"gr,ass\",2\n")
                .json()
                .path("batchId")
                .asString();
        for (var task :
                api.get(token(requester), "/v1/tasks?batchId=" + batchId).json().path("items")) {
            for (int place = 0; place < task.path("places").asInt(); place++) {
                var work = scene.work(requester, task.path("taskId").asString(), batchId);
                scene.done(work, "{\"colour\":[\"blue\",\"grey\"],\"z-note\":[\"a|b\\nc\"]}");
            }
        }
        until(
                () -> scene.batch(requester, batchId).toString(),
                () -> scene.batch(requester, batchId).path("paid").asInt() == 3);
        until(
                () -> scene.batch(requester, batchId).toString(),
                () -> scene.batch(requester, batchId).path("status").asString().equals("COMPLETED"));
        probe.awaitOne(TASKS, BatchCompleted.class, event -> event.getBatchId().equals(batchId));

        var csv = api.get(token(requester), "/v1/batches/" + batchId + "/results.csv")
                .text();
        assertThat(csv.lines().findFirst().orElse(""))
                .endsWith(
                        "\"Input.thing\",\"Input.odd name-1\",\"Answer.colour\",\"Answer.z-note\",\"Approve\",\"Reject\"");
        assertThat(csv).contains("\"gr,ass\",\"2\",\"blue|grey\",\"a|b\nc\"", "\"Approved\"", "UTC 2", "100% (1/1)");
        assertThat(csv.split("blue\\|grey", -1)).hasSize(4);
        var lines = api.get(token(requester), "/v1/batches/" + batchId + "/results.jsonl")
                .text()
                .lines()
                .toList();
        assertThat(lines)
                .hasSize(3)
                .allMatch(line -> line.contains("\"colour\":[\"blue\",\"grey\"]") && line.contains("\"paidAt\""));
        assertThat(api.get(token(scene.requester("RICH")), "/v1/batches/" + batchId + "/results.csv")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void groupsRowsAndSplitsTexts() {
        var requester = scene.requester("RICH");
        var rows = Map.<String, Object>of("decomposition", Map.of("by", "rows", "rowsPerTask", 2), "placesPerTask", 3);
        var grouped = upload(requester, rows, "thing\na\nb\nc\n").json();
        assertThat(grouped.path("tasks").asInt()).isEqualTo(2);
        assertThat(grouped.path("places").asInt()).isEqualTo(6);
        var tasks = api.get(
                        token(requester),
                        "/v1/tasks?batchId=" + grouped.path("batchId").asString())
                .json();
        assertThat(tasks.path("items").path(0).path("inputs").size()).isEqualTo(2);
        var split = Map.<String, Object>of("decomposition", Map.of("by", "sentence", "column", "thing"));
        assertThat(upload(requester, split, "thing\n\"It rains. It pours.\"\n")
                        .json()
                        .path("tasks")
                        .asInt())
                .isEqualTo(2);
        assertThat(upload(requester, split, "other\nx\n").json().path("column").asString())
                .isEqualTo("thing");
    }

    @Test
    void refusesAFileWhoseCostCannotBeCounted() {
        var requester = scene.requester("RICH");
        var dear = Map.<String, Object>of("reward", "9999999999.99", "placesPerTask", 1_000_000_000);
        var answer = upload(requester, dear, "thing\nsky\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).contains("more in all than can be counted");
        assertThat(leftOf(requester)).isZero();
    }

    @Test
    void repeatsABatchForTheSameKey() {
        var requester = scene.requester("RICH");
        var project = scene.project(requester, Map.of());
        var key = Map.of("Idempotency-Key", "batch-1");
        var first = scene.upload(requester, project, "thing\nsky\n", key);
        var second = scene.upload(requester, project, "thing\nsky\n", key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("batchId").asString())
                .isEqualTo(first.json().path("batchId").asString());
    }

    @Test
    void streamsManyRowsAndPublishesThemInTheBackground() {
        var requester = scene.requester("RICH");
        var csv = new StringBuilder("thing,text\n");
        for (int i = 0; i < 20_000; i++) csv.append("thing").append(i).append(",\"some text of a row, quoted\"\n");
        long start = System.nanoTime();
        var answer = upload(requester, Map.of(), csv.toString());
        long millis = (System.nanoTime() - start) / 1_000_000;

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        System.out.println("20,000 rows taken and funded in " + millis + " ms");
        var batchId = answer.json().path("batchId").asString();
        until(
                () -> scene.batch(requester, batchId).toString(),
                () -> scene.batch(requester, batchId).path("publishedTasks").asInt() == 20_000);
        System.out.println("all published after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertThat(millis).isLessThan(20_000);
    }

    @Test
    void hidesProjectsFromStrangers() {
        var project = scene.project(scene.requester("RICH"), Map.of());
        var stranger = scene.requester("RICH");
        assertThat(scene.upload(stranger, project, "thing\nsky\n", Map.of()).status())
                .isEqualTo(404);
        assertThat(api.get(token(stranger), "/v1/projects/" + project).status()).isEqualTo(404);
        assertThat(api.get(token(stranger), "/v1/projects").json().path("items").size())
                .isZero();
    }

    private TestApi.Answer upload(String requester, Map<String, Object> project, String csv) {
        return scene.upload(requester, scene.project(requester, project), csv, Map.of());
    }

    private long leftOf(String requester) {
        return List.of("task", "batch").stream()
                        .mapToLong(
                                table -> number("SELECT count(*) FROM " + table + " WHERE requester_id = ?", requester))
                        .sum()
                + number(
                        "SELECT count(*) FROM input_row r WHERE ? <> '' AND batch_id IS NOT NULL"
                                + " AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.batch_id = r.batch_id)",
                        requester);
    }

    private long number(String query, String requester) {
        var number = jdbc.queryForObject(query, Long.class, requester);
        return number == null ? 0 : number;
    }
}
