package io.kempelen.task.result.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.task.task.domain.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MturkCsvTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final MturkCsv csv = new MturkCsv(List.of("b", "a"), List.of("color", "why"));

    @Test
    void hasExactlyMturksHeader() {
        assertThat(String.join(",", csv.header()))
                .isEqualTo(
                        "HITId,HITTypeId,Title,Description,Keywords,Reward,CreationTime,MaxAssignments,RequesterAnnotation,"
                                + "AssignmentDurationInSeconds,AutoApprovalDelayInSeconds,Expiration,NumberOfSimilarHITs,LifetimeInSeconds,"
                                + "AssignmentId,WorkerId,AssignmentStatus,AcceptTime,SubmitTime,AutoApprovalTime,ApprovalTime,RejectionTime,"
                                + "RequesterFeedback,WorkTimeInSeconds,LifetimeApprovalRate,Last30DaysApprovalRate,Last7DaysApprovalRate,"
                                + "Input.b,Input.a,Answer.color,Answer.why,Approve,Reject");
    }

    @Test
    void writesOneRowPerAnswer() {
        var row = csv.row(
                task(), line(Map.of("color", List.of("red", "blue"), "why", List.of("a|b"))), ApprovalRates.NONE);

        assertThat(row).hasSameSizeAs(csv.header());
        assertThat(cell(row, "CreationTime")).isEqualTo("Sat Nov 21 12:00:00 UTC 2026");
        assertThat(cell(row, "Reward")).isEqualTo("$0.05");
        assertThat(cell(row, "AssignmentStatus")).isEqualTo("Approved");
        assertThat(cell(row, "WorkTimeInSeconds")).isEqualTo("30");
        assertThat(cell(row, "Input.a")).isEqualTo("1");
        assertThat(cell(row, "Answer.color")).isEqualTo("red|blue");
        assertThat(cell(row, "Answer.why")).isEqualTo("a|b");
        assertThat(cell(row, "LifetimeApprovalRate")).isEqualTo("0% (0/0)");
    }

    @Test
    void noticesAnAnswerThatItsHeaderDoesNotCover() {
        assertThat(csv.covers(line(Map.of("new", List.of("x"))))).isFalse();
    }

    private String cell(List<String> row, String column) {
        return row.get(csv.header().indexOf(column));
    }

    private static ResultTask task() {
        return new ResultTask("T", "TT", "Title", "Words", "k", "0.05", "USD", NOON, 3, null, 60, 3600, NOON, 3600);
    }

    private static ResultLine line(Map<String, List<String>> answers) {
        return new ResultLine(
                "A",
                "T",
                "W",
                Standing.APPROVED,
                NOON,
                NOON.plusSeconds(30),
                null,
                NOON,
                null,
                null,
                null,
                Map.of("a", "1", "b", "2"),
                answers);
    }
}
