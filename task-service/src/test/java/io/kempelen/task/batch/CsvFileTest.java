package io.kempelen.task.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.task.batch.domain.BadFile;
import io.kempelen.task.batch.domain.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    @Test
    void readsQuotedNewlinesCommasAndQuotes() {
        assertThat(rows("a,b\r\n\"x\r\ny\",\"1,2 \"\"3\"\"\"\r\n")).containsExactly(List.of("x\r\ny", "1,2 \"3\""));
    }

    @Test
    void readsWithOrWithoutByteOrderMarkAndEitherLineEnd() {
        assertThat(rows("\uFEFFname,b\nä,ö\n")).isEqualTo(rows("name,b\r\nä,ö"));
    }

    @Test
    void takesTwoThousandColumns() {
        var header = IntStream.range(0, 2000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertThat(rows(header + "\n" + header).getFirst()).hasSize(2000);
    }

    @Test
    void refusesABadHeader() {
        assertBad("", 0, null);
        assertBad("a,b,a\n1,2,3", 0, "a");
        assertBad("a,,b\n1,2,3", 0, "number 2");
        assertBad(IntStream.range(0, 6000).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\n", 0, "c5000");
    }

    @Test
    void refusesARaggedRow() {
        assertBad("a,b\n1,2\n3\n", 2, "b");
        assertBad("a,b\n1,2\n3,4,5\n", 2, "number 3");
    }

    @Test
    void namesTheLineOfAProblem() {
        assertThatThrownBy(() -> rows("a,b\n\"x\ny\",2\n3\n"))
                .isInstanceOfSatisfying(
                        BadFile.class, bad -> assertThat(bad.line()).isEqualTo(4));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        var bytes = "a,b\n1,2\n3,x\u00e4y\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> rows(bytes)).isInstanceOfSatisfying(BadFile.class, bad -> {
            assertThat(bad.row()).isEqualTo(2);
            assertThat(bad.column()).isEqualTo("b");
            assertThat(bad.sentence()).contains("UTF-8");
        });
    }

    @Test
    void refusesAHugeRow() {
        assertBad("a,b\n1,2\n3," + "x".repeat(2 * 1024 * 1024) + "\n", 2, "b");
        assertBad("a,b\n1,2\n3,\"" + "x".repeat(20 * 1024 * 1024), 2, null);
        assertThat(rows("a\n" + "x".repeat(1024 * 1024) + "\n")).hasSize(1);
    }

    @Test
    void refusesWrongQuotes() {
        assertBad("a,b\n1,2\n\"3\"4,5\n", 2, null);
        assertBad("a,b\n1,2\n\"3,5\n", 2, null);
    }

    private static void assertBad(String text, int row, @Nullable String column) {
        assertThatThrownBy(() -> rows(text)).isInstanceOfSatisfying(BadFile.class, bad -> {
            assertThat(bad.row()).isEqualTo(row);
            assertThat(bad.column()).isEqualTo(column);
        });
    }

    private static List<List<String>> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> rows(byte[] bytes) {
        try {
            var file = CsvFile.open(new ByteArrayInputStream(bytes));
            var rows = new ArrayList<Row>();
            for (var row = file.next(); row.isPresent(); row = file.next()) rows.add(row.get());
            return rows.stream().map(Row::cells).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
