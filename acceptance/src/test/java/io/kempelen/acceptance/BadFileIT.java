package io.kempelen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A file that cannot be taken is refused by a problem that names row and column, and nothing of it is kept. */
@OnPlatform
@Order(3)
class BadFileIT {

    private static final String TEMPLATE = "<p>${a}</p><input name=x>";

    private final World world;
    private final Person requester;
    private final String projectId;

    BadFileIT(World world) {
        this.world = world;
        requester = world.requester("Bad input");
        projectId = Projects.create(requester, Projects.settings("Bad input", TEMPLATE));
    }

    private Answer refused(byte[] file) {
        var answer = requester.client().bytes("/v1/projects/" + projectId + "/batches", "text/csv", file);
        assertThat(answer.status()).as(answer.toString()).isIn(400, 413, 422);
        answer.problem();
        nothingKept();
        return answer;
    }

    private Answer refused(String file) {
        return refused(file.getBytes(StandardCharsets.UTF_8));
    }

    private void nothingKept() {
        assertThat(requester.client().get("/v1/batches").expect(200).json().path("items"))
                .isEmpty();
        assertThat(requester.client().get("/v1/tasks").expect(200).json().path("items"))
                .isEmpty();
        var balance = requester.client().get("/v1/account/balance").expect(200).json();
        assertThat(balance.path("onHold").asString()).isEqualTo("0.00");
    }

    @Test
    void aRaggedRow() {
        var answer = refused("a,b\n1,2\n3,4,5\n6,7\n");
        assertThat(answer.json().path("row").asInt()).isEqualTo(2);
        assertThat(refused("a,b\n1\n").detail()).contains("1");
    }

    @Test
    void aFileThatIsNotUtf8() {
        var answer = refused("a,b\nx,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.json().path("row").asInt()).isEqualTo(1);
        assertThat(answer.json().path("column").asString()).isEqualTo("b");
    }

    @Test
    void aHeaderThatCannotBe() {
        assertThat(refused("a,a\n1,2\n").detail()).contains("a");
        refused("a,,c\n1,2,3\n");
        refused("");
        refused("a\n\"never closed\n");
    }

    @Test
    void sixThousandColumns() {
        var answer = refused(columns(6_000) + "\n" + cells(6_000) + "\n");
        assertThat(answer.text()).contains("5000");
    }

    @Test
    void aRowOfTwoMebibytes() {
        var answer = refused("a,b\n1,2\nx," + "y".repeat(2 * 1024 * 1024) + "\n");
        assertThat(answer.json().path("row").asInt()).isEqualTo(2);
        assertThat(answer.json().path("column").asString()).isEqualTo("b");
    }

    @Test
    void twoThousandColumnsAndAnUnknownVariableAreFine() {
        var other = world.requester("Wide");
        var project = Projects.create(other, Projects.settings("Wide", "<p>${c7} ${unknown}</p><input name=x>"));
        var batch = Projects.publish(other, project, columns(2_000) + "\n" + cells(2_000) + "\n");
        assertThat(batch.path("tasks").asInt()).isEqualTo(1);
        assertThat(batch.path("warnings").toString()).contains("unknown");
        var task = Projects.tasks(other, batch.path("batchId").asString()).getFirst();
        var place = world.worker("Wide").accept(task.path("taskId").asString());
        assertThat(place.page()).contains("v7 ${unknown}");
        place.submit(Map.of("x", "seen")).expect(200);
        other.client()
                .post("/v1/assignments/" + place.assignmentId() + "/approve", Map.of())
                .expect(200, 201, 204);
        var row = ResultsCsv.of(other, batch.path("batchId").asString()).of(place.assignmentId());
        assertThat(row).containsEntry("Input.c1999", "v1999").containsEntry("Answer.x", "seen");
    }

    private static String columns(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    }

    private static String cells(int count) {
        return IntStream.range(0, count).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
    }
}
