package io.kempelen.task.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.task.batch.domain.BadFile;
import io.kempelen.task.batch.domain.Columns;
import io.kempelen.task.batch.domain.Row;
import io.kempelen.task.project.domain.Decomposition;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DecomposerTest {

    private static final Columns TEXT = Columns.of(List.of("id", "text"));

    private final AtomicInteger ids = new AtomicInteger();

    @Test
    void givesEqualRowsOneDigest() {
        var rows = decomposer(Decomposition.BY_ROW, TEXT, 2);
        var first = rows.rows(row(1, "a", "b")).getFirst();
        var same = rows.rows(row(2, "a", "b")).getFirst();
        var shifted = rows.rows(row(3, "ab", "")).getFirst();

        assertThat(same.digest()).isEqualTo(first.digest());
        assertThat(same.taskId()).isGreaterThan(first.taskId());
        assertThat(shifted.digest()).isNotEqualTo(first.digest());
        assertThat(first.places()).isEqualTo(2);
    }

    @Test
    void takesPlacesFromTheReservedColumnAndHidesIt() {
        var columns = Columns.of(List.of("id", Columns.PLACES));
        var rows = decomposer(Decomposition.BY_ROW, columns, 2);

        assertThat(rows.rows(row(1, "a", "7")).getFirst()).satisfies(row -> {
            assertThat(row.places()).isEqualTo(7);
            assertThat(row.cells()).containsExactly("a");
        });
        assertThat(rows.rows(row(2, "a", "")).getFirst().places()).isEqualTo(2);
        assertThatThrownBy(() -> rows.rows(row(3, "a", "0")))
                .isInstanceOfSatisfying(
                        BadFile.class, bad -> assertThat(bad.column()).isEqualTo(Columns.PLACES));
    }

    @Test
    void groupsRows() {
        var rows = decomposer(new Decomposition(Decomposition.By.ROWS, 2, null), TEXT, 3);
        var first = rows.rows(row(1, "a", "x")).getFirst();
        var second = rows.rows(row(2, "b", "x")).getFirst();
        var third = rows.rows(row(3, "c", "x")).getFirst();

        assertThat(second.taskId()).isEqualTo(first.taskId());
        assertThat(List.of(first.position(), second.position(), third.position()))
                .containsExactly(0, 1, 0);
        assertThat(first.places() + second.places()).isEqualTo(3);
        assertThat(third.taskId()).isNotEqualTo(first.taskId());
    }

    @Test
    void splitsIntoSentencesAndParagraphs() {
        var sentences = decomposer(new Decomposition(Decomposition.By.SENTENCE, 1, "text"), TEXT, 1);
        assertThat(sentences.rows(row(1, "a", "One is here. Two is there! Yes. Yes.")))
                .extracting(row -> row.cells().get(1))
                .containsExactly("One is here.", "Two is there!", "Yes.", "Yes.");
        var paragraphs = decomposer(new Decomposition(Decomposition.By.PARAGRAPH, 1, "text"), TEXT, 1);
        assertThat(paragraphs.rows(row(1, "a", "One\nstill one.\r\n \r\n\r\nTwo.")))
                .extracting(row -> row.cells().get(1))
                .containsExactly("One\nstill one.", "Two.");
    }

    @Test
    void wantsTheColumnItSplits() {
        assertThatThrownBy(() -> decomposer(new Decomposition(Decomposition.By.SENTENCE, 1, "nope"), TEXT, 1))
                .isInstanceOfSatisfying(
                        BadFile.class, bad -> assertThat(bad.column()).isEqualTo("nope"));
    }

    private Decomposer decomposer(Decomposition how, Columns columns, int places) {
        return new Decomposer(how, columns, places, () -> "T%03d".formatted(ids.incrementAndGet()));
    }

    private static Row row(int number, String... cells) {
        return new Row(number, number + 1, List.of(cells));
    }
}
