package io.kempelen.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingTest {

    @Test
    void makesOneTaskOfEqualRowsHoweverFarApart() {
        var recording = read("x,Answer.a\n1,p\n2,q\n1,r\n");

        assertThat(recording.tasks()).hasSize(2);
        assertThat(recording.tasks().getFirst().answers())
                .extracting(RecordedAnswer::shown)
                .containsExactly(Map.of("a", "p"), Map.of("a", "r"));
        assertThat(recording.workers()).isEqualTo(2);
        assertThat(recording.answers()).isEqualTo(3);
    }

    @Test
    void keepsIdenticalRowsAsAnswersOfTheirOwn() {
        assertThat(read("x,Answer.a\n1,p\n1,p\n").tasks().getFirst().answers()).hasSize(2);
    }

    @Test
    void readsMarkQuotedNewlinesAndLoneCarriageReturnsUnchanged() {
        var recording = read("\uFEFFx,Answer.a\r\n\"one\ntwo\",\"three\rfour\r\nfive\"\r\n");

        assertThat(recording.inputs()).containsExactly("x");
        assertThat(recording.first()).containsEntry("x", "one\ntwo");
        assertThat(onlyAnswer(recording)).containsEntry("a", "three\rfour\r\nfive");
    }

    @Test
    void sendsEmptyAnswersToo() {
        assertThat(onlyAnswer(read("x,Answer.a,Answer.b\n1,,q\n")))
                .containsEntry("a", "")
                .containsEntry("b", "q");
    }

    @Test
    void uploadsEveryColumnThatIsNoAnswer() {
        var recording = read("Title,x,Answer.a,y\nT,1,p,2\nT,1,q,2\n");

        assertThat(recording.upload()).isEqualTo("\"Title\",\"x\",\"y\"\r\n\"T\",\"1\",\"2\"\r\n\"T\",\"1\",\"2\"\r\n");
    }

    @Test
    void namesNamelessAndRepeatedColumns() {
        var recording = read(",x,x,Answer.a\n0,1,2,p\n");

        assertThat(recording.inputs()).containsExactly("column 1", "x", "x (2)");
        assertThat(recording.notes()).hasSize(2);
    }

    @Test
    void keepsBothValuesOfARepeatedAnswerColumn() {
        assertThat(onlyAnswer(read("x,Answer.a,Answer.a\n1,p,q\n"))).containsEntry("a", "p|q");
        assertThat(onlyAnswer(read("x,Answer.a,Answer.a\n1,p,p\n"))).containsEntry("a", "p");
    }

    @Test
    void skipsBlankLinesAndFillsShortRows() {
        var recording = read("x,y,Answer.a\n\n1\n");

        assertThat(recording.tasks()).hasSize(1);
        assertThat(recording.first()).containsEntry("y", "");
    }

    @Test
    void refusesCellsWithoutAColumn() {
        assertThatThrownBy(() -> read("x,Answer.a\n1,p,q\n")).hasMessageContaining("Row 1");
    }

    @Test
    void standsInForMissingInputs() {
        var recording = read("Answer.a\np\nq\n");

        assertThat(recording.inputs()).containsExactly("recorded");
        assertThat(recording.tasks()).hasSize(1);
        assertThat(recording.upload()).isEqualTo("\"recorded\"\r\n\"1\"\r\n\"1\"\r\n");
    }

    @Test
    void quotesARowOfOneEmptyCell() {
        assertThat(read("x,Answer.a\n,p\n").upload()).isEqualTo("\"x\"\r\n\"\"\r\n");
    }

    @Test
    void readsFilesThatAreNoUtf8AsLatin() {
        var recording = Recording.read(SourceText.of("x,Answer.a\nn\u00e9,p\n".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(recording.first()).containsEntry("x", "n\u00e9");
        assertThat(recording.notes()).hasSize(1);
    }

    @Test
    void uploadsNoCharacterThatIsNone() {
        assertThat(read("x,Answer.a\na\0b,p\n").first()).containsEntry("x", "a\uFFFDb");
    }

    @Test
    void hasNoTasksWithoutRows() {
        assertThat(read("").tasks()).isEmpty();
        assertThat(read("x,Answer.a\n").tasks()).isEmpty();
    }

    private static Recording read(String csv) {
        return Recording.read(SourceText.of(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> onlyAnswer(Recording recording) {
        List<RecordedAnswer> answers = recording.tasks().getFirst().answers();
        assertThat(answers).hasSize(1);
        return answers.getFirst().shown();
    }
}
