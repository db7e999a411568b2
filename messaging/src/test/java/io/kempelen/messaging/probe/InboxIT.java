package io.kempelen.messaging.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.events.TaskDisposed;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@KempelenTest
class InboxIT {

    private static final String TASKS = "kempelen.tasks";

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private Effects effects;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TestApi api;

    private final Ids ids = new Ids();

    @Test
    void appliesAnEventThatIsPublishedTwiceOnce() {
        var task = ids.next();

        probe.sendTwice(TASKS, task, disposed(task));
        var last = send();

        awaitEffects(List.of(last));
        assertThat(times(task)).isEqualTo(1);
    }

    @Test
    void parksThePoisonousRecordAndThoseBehindItAndAppliesAllOthers() {
        var tasks = IntStream.range(0, 20).mapToObj(i -> ids.next()).toList();
        var poison = tasks.get(6);
        ProbeApplication.POISON.add(poison);

        tasks.forEach(task -> probe.send(TASKS, task, disposed(task)));
        probe.send(TASKS, poison, disposed(poison));

        awaitEffects(tasks.stream().filter(task -> !task.equals(poison)).toList());
        await().atMost(Duration.ofSeconds(20)).until(() -> parked(poison) == 2);
        assertThat(times(poison)).isZero();
        assertThat(tasks.stream().filter(task -> !task.equals(poison)).map(this::times))
                .containsOnly(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(probe.raw(TASKS + ".probe-service.dlt"))
                        .anySatisfy(
                                letter -> assertThat(new String(letter.key(), java.nio.charset.StandardCharsets.UTF_8))
                                        .isEqualTo(poison)));

        ProbeApplication.POISON.remove(poison);
        var operator = Tokens.operator("AOPERATOR", "probe-service");
        var replayed = api.post(operator, "/v1/operator/dead-letters/replay", java.util.Map.of());

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(times(poison)).isEqualTo(2);
        assertThat(parked(poison)).isZero();
    }

    @Test
    void parksWhatNobodyCanDecode() {
        var task = ids.next();
        probe.sendRaw(TASKS, task, "io.kempelen.events.Nonsense", new byte[] {1, 2, 3}, UUID.randomUUID());
        var last = send();

        awaitEffects(List.of(last));
        await().atMost(Duration.ofSeconds(20)).until(() -> parked(task) == 1);
    }

    @Test
    void tellsWhetherAnEventWasApplied() {
        var task = ids.next();
        var id = probe.send(TASKS, task, disposed(task));

        awaitEffects(List.of(task));

        var gateway = Tokens.operator("gateway", "probe-service");
        assertThat(api.get("", "/internal/applied?event=" + id).status()).isEqualTo(401);
        assertThat(api.get(gateway, "/internal/applied?event=" + id + "&wait=300")
                        .text())
                .contains(id.toString());
        assertThat(api.get(gateway, "/internal/applied?event=" + UUID.randomUUID() + "&wait=10")
                        .text())
                .isEqualTo("{\"applied\":[]}");
    }

    @Test
    void keepsTheWatermarkWithTheEffects() {
        awaitEffects(List.of(send()));

        var read =
                jdbc.queryForObject("SELECT sum(next_offset) FROM inbox_watermark WHERE topic = ?", Long.class, TASKS);
        assertThat(read).isPositive();
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT topic_id FROM inbox_watermark WHERE topic = ?", String.class, TASKS))
                .hasSize(1)
                .doesNotContainNull();
    }

    private String send() {
        var task = ids.next();
        probe.send(TASKS, task, disposed(task));
        return task;
    }

    private void awaitEffects(List<String> tasks) {
        await().atMost(Duration.ofSeconds(30)).until(() -> tasks.stream().allMatch(task -> times(task) > 0));
    }

    private int times(String task) {
        return effects.findByTaskId(task).map(Effects.Effect::times).orElse(0);
    }

    private long parked(String key) {
        var rows = jdbc.queryForObject("SELECT count(*) FROM parked_record WHERE key = ?", Long.class, key);
        return rows == null ? 0 : rows;
    }

    private static TaskDisposed disposed(String task) {
        return new TaskDisposed(task, "AREQUESTER", Instant.EPOCH);
    }
}
