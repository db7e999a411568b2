package io.kempelen.task.batch;

import io.kempelen.task.batch.domain.BadFile;
import io.kempelen.task.batch.domain.Columns;
import io.kempelen.task.batch.domain.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file (RFC 4180, UTF-8), read one row at a time in constant memory and checked as strictly as it says it is. */
final class CsvFile {

    private static final CSVFormat RFC =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final RowReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Columns columns;
    private int number;

    private CsvFile(RowReader reader, CSVParser parser) {
        this.reader = reader;
        this.parser = parser;
        this.records = parser.iterator();
        this.columns = header();
    }

    /** Opens a file and reads its header. @throws BadFile if that cannot be taken */
    static CsvFile open(InputStream bytes) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(Columns.NOT_UTF8));
        var text = new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 16);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) text.reset();
        var reader = new RowReader(text);
        return new CsvFile(
                reader, CSVParser.builder().setReader(reader).setFormat(RFC).get());
    }

    Columns columns() {
        return columns;
    }

    /** The next row, checked against the header. */
    Optional<Row> next() {
        number++;
        return record().map(columns::checked);
    }

    private Columns header() {
        var first = record().map(Row::cells)
                .orElseThrow(() -> new BadFile(0, 1, null, "the file is empty; its first line names the columns."));
        return Columns.of(first);
    }

    private Optional<Row> record() {
        reader.newRow();
        long line = parser.getCurrentLineNumber() + 1;
        try {
            if (!records.hasNext()) return Optional.empty();
            return Optional.of(new Row(number, line, List.of(records.next().values())));
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()), line);
        }
    }

    private RuntimeException unreadable(IOException cause, long line) {
        if (cause instanceof RowReader.TooLong) {
            return new BadFile(number, line, null, "the row has more than " + Columns.ROW_BYTES + " bytes (1 MiB).");
        }
        if (cause instanceof CSVException) {
            return new BadFile(number, line, null, "the quotes are wrong: " + cause.getMessage());
        }
        return new UncheckedIOException(cause);
    }
}
