package io.kempelen.messaging.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import io.kempelen.events.TaskDisposed;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.inbox.Forget;
import io.kempelen.messaging.testing.InMemorySchemaRegistry;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Consumer<Message<List<byte[]>>> tasks;

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

    @Test
    void replaysOneHistoryThoughAnotherStillEndsInAnError() {
        var endless = parked(ProbeApplication.ENDLESS);
        var mended = parked(ProbeApplication.POISON);

        ProbeApplication.POISON.remove(mended);
        var replayed = replay();

        assertThat(replayed.status()).as(replayed.text()).isEqualTo(200);
        assertThat(times(mended)).isEqualTo(1);
        assertThat(parked(endless)).isEqualTo(1);
        ProbeApplication.ENDLESS.remove(endless);
        replay();
        assertThat(parked(endless)).isZero();
    }

    /** A batch that has read which keys are parked must have parked its own records before a replay ends their history. */
    @Test
    void replaysAlsoWhatABatchIsParkingMeanwhile() throws Exception {
        var key = parked(ProbeApplication.POISON);
        ProbeApplication.POISON.remove(key);
        var transaction = new TransactionTemplate(transactions);

        var replay = transaction.execute(batch -> {
            jdbc.queryForList("SELECT 1 FROM inbox_watermark WHERE topic = ? FOR UPDATE", TASKS);
            var replaying = CompletableFuture.supplyAsync(this::replay);
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            jdbc.update("""
                    INSERT INTO parked_record (topic, partition, record_offset, key, headers, payload, parked_at)
                    SELECT topic, partition, record_offset + 1000000, key, headers, payload, parked_at
                    FROM parked_record WHERE key = ?""", key);
            return replaying;
        });

        assertThat(replay.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(parked(key)).isZero();
        assertThat(times(key)).isEqualTo(2);
    }

    @Test
    void parksWhatIsNestedTooDeeplyToBeRead() {
        var task = ids.next();
        probe.sendRaw(TASKS, task, "io.kempelen.events.TaskDisposed", nested(), UUID.randomUUID());
        var last = send();

        awaitEffects(List.of(last));
        await().atMost(Duration.ofSeconds(20)).until(() -> parked(task) == 1);
    }

    /** An Error that reaches the listener stops it for good. */
    @Test
    void letsNoErrorOutThatWouldStopTheListener() {
        var one = List.of(1);
        var headers = Map.<String, Object>of(
                KafkaHeaders.RECEIVED_TOPIC, one,
                KafkaHeaders.RECEIVED_PARTITION, one,
                KafkaHeaders.OFFSET, one,
                KafkaHeaders.RECEIVED_KEY, one,
                KafkaHeaders.NATIVE_HEADERS, one);
        List<byte[]> endless = new AbstractList<>() {
            @Override
            public byte[] get(int index) {
                throw new StackOverflowError();
            }

            @Override
            public int size() {
                throw new StackOverflowError();
            }
        };

        assertThatThrownBy(() -> tasks.accept(new GenericMessage<>(endless, headers)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("StackOverflowError");
    }

    /** After an outage, events come that happened long ago, and their senders may publish them once more. */
    @Test
    void remembersAnOldEventThatCameJustNow() {
        var old = UuidCreator.getTimeOrderedEpochMin(Instant.now().minus(Duration.ofDays(3)));
        var task = ids.next();
        probe.send(TASKS, task, disposed(task), old);
        awaitEffects(List.of(task));

        Forget.now(context);
        probe.send(TASKS, task, disposed(task), old);
        var behind = ids.next();
        probe.send(TASKS, task, disposed(behind));
        awaitEffects(List.of(behind));
        assertThat(times(task)).isEqualTo(1);

        jdbc.update("UPDATE inbox_event SET seen_at = seen_at - interval '2 days' WHERE event_id = ?", old);
        Forget.now(context);
        assertThat(jdbc.queryForList("SELECT 1 FROM inbox_event WHERE event_id = ?", old))
                .isEmpty();
    }

    /** A task whose event could not be applied. */
    private String parked(Set<String> harm) {
        var task = ids.next();
        harm.add(task);
        probe.send(TASKS, task, disposed(task));
        await().atMost(Duration.ofSeconds(20)).until(() -> parked(task) == 1);
        return task;
    }

    private TestApi.Answer replay() {
        return api.post(
                Tokens.operator("AOPERATOR", "probe-service"), "/v1/operator/dead-letters/replay", java.util.Map.of());
    }

    /** Bytes of a stranger's TaskDisposed that has, before what we know of it, a chain of so many links. */
    private static byte[] nested() {
        var link = SchemaBuilder.record("Link")
                .fields()
                .name("next")
                .type()
                .unionOf()
                .nullType()
                .and()
                .type("Link")
                .endUnion()
                .noDefault()
                .endRecord();
        var own = TaskDisposed.getClassSchema();
        var fields = new ArrayList<>(List.of(new Schema.Field("chain", link)));
        own.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        var written = Schema.createRecord(own.getName(), null, own.getNamespace(), false, fields);
        var id = InMemorySchemaRegistry.SHARED.idOf("stranger", written);
        var bytes = ByteBuffer.allocate(500_000);
        bytes.put((byte) 0).putInt(id);
        while (bytes.hasRemaining()) bytes.put((byte) 2);
        return bytes.array();
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
