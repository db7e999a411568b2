package io.kempelen.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private static final String BEFORE =
            "HITId,HITTypeId,Title,Description,Keywords,Reward,CreationTime,MaxAssignments,"
                    + "RequesterAnnotation,AssignmentDurationInSeconds,AutoApprovalDelayInSeconds,Expiration,NumberOfSimilarHITs,"
                    + "LifetimeInSeconds,AssignmentId,WorkerId,AssignmentStatus,AcceptTime,SubmitTime,AutoApprovalTime,ApprovalTime,"
                    + "RejectionTime,RequesterFeedback,WorkTimeInSeconds,LifetimeApprovalRate,Last30DaysApprovalRate,"
                    + "Last7DaysApprovalRate,";
    private static final String HEADER = BEFORE + "Input.x,Answer.a,Approve,Reject\r\n";

    private final Recording recording =
            Recording.read(SourceText.of("x,Answer.a\n1,p\n1,p\n2,q\n".getBytes(StandardCharsets.UTF_8)));

    @Test
    void findsNothingWhereAllIsThere() {
        assertThat(faults(row("A", "Approved", "1", "p")
                        + row("B", "Approved", "2", "q")
                        + row("C", "Approved", "1", "p")))
                .isEmpty();
    }

    @Test
    void findsALostAnswer() {
        assertThat(faults(row("A", "Approved", "1", "p") + row("B", "Approved", "2", "q")))
                .hasSize(1);
    }

    @Test
    void findsAChangedAnswerAndSaysHow() {
        var faults = faults(
                row("A", "Approved", "1", "p") + row("B", "Approved", "2", "Q") + row("C", "Approved", "1", "p"));

        assertThat(faults).singleElement().asString().contains("a was <q>, is <Q>");
    }

    @Test
    void findsAnAssignmentTwiceAndOneNotApproved() {
        var twice = row("A", "Approved", "1", "p") + row("A", "Approved", "1", "p") + row("B", "Submitted", "2", "q");

        assertThat(faults(twice)).hasSize(2);
    }

    @Test
    void findsAnAnswerUnderAnotherInput() {
        var moved = row("A", "Approved", "1", "p") + row("B", "Approved", "1", "q") + row("C", "Approved", "2", "p");

        assertThat(faults(moved)).hasSize(2);
    }

    @Test
    void findsAMissingColumn() {
        assertThat(Results.faults(recording, BEFORE + "Input.x,Approve,Reject\r\n"))
                .hasSize(1);
    }

    private java.util.List<String> faults(String rows) {
        return Results.faults(recording, HEADER + rows);
    }

    private static String row(String assignment, String status, String input, String answer) {
        return ",".repeat(14) + assignment + ",W," + status + ",".repeat(11) + input + "," + answer + ",,\r\n";
    }
}
