package io.kempelen.local.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.QuoteMode;

/** RFC 4180 both ways, as plain lists: headers may repeat, so rows are no maps. */
final class Csv {

    /** Forgiving, because recorded files were written by many hands. */
    private static final CSVFormat READ = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();

    /** Every cell quoted: a row of one empty cell would else be an empty line, which readers skip. */
    private static final CSVFormat WRITE =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private Csv() {}

    static List<List<String>> read(String text) {
        try (var parser = CSVParser.parse(text, READ)) {
            var rows = new ArrayList<List<String>>();
            for (var row : parser) rows.add(row.toList());
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("The file is no CSV: " + e.getMessage(), e);
        }
    }

    static String write(List<List<String>> rows) {
        try {
            var text = new StringBuilder();
            for (var row : rows) WRITE.printRecord(text, row.toArray());
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
