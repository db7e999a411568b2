package io.kempelen.task.batch.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header of a file, and what it demands of every row. */
public record Columns(List<String> names) {

    /** A column that says how many places its row gets; workers never see it. */
    public static final String PLACES = "kempelen:places";

    public static final int MOST = 5_000;
    public static final int ROW_BYTES = 1024 * 1024;
    /** What the reader puts where bytes are not UTF-8; no text has it. */
    public static final char NOT_UTF8 = '\uFFFF';

    private static final int MOST_PLACES = 1_000_000_000;

    public static Columns of(List<String> header) {
        if (header.size() > MOST) {
            throw new BadFile(
                    0,
                    1,
                    header.get(MOST),
                    "there are " + header.size() + " columns, but at most " + MOST + " are allowed.");
        }
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            var name = header.get(i);
            readable(0, 1, name, "number " + (i + 1));
            if (name.isBlank()) throw new BadFile(0, 1, "number " + (i + 1), "the column has no name.");
            var first = seen.putIfAbsent(name, i + 1);
            if (first != null)
                throw new BadFile(0, 1, name, "columns " + first + " and " + (i + 1) + " have the same name.");
        }
        return new Columns(List.copyOf(header));
    }

    /** The columns that workers see. */
    public Columns shown() {
        return new Columns(names.stream().filter(name -> !name.equals(PLACES)).toList());
    }

    public int indexOf(String name) {
        return names.indexOf(name);
    }

    /** Refuses a ragged, unreadable or oversized row. */
    public Row checked(Row row) {
        ragged(row);
        for (int i = 0; i < names.size(); i++)
            readable(row.number(), row.line(), row.cells().get(i), names.get(i));
        oversized(row);
        return row;
    }

    private void ragged(Row row) {
        int cells = row.cells().size();
        if (cells == names.size()) return;
        var column = cells < names.size() ? names.get(cells) : "number " + (names.size() + 1);
        throw new BadFile(
                row.number(),
                row.line(),
                column,
                "the row has " + cells + " cells, but the header has " + names.size() + " columns.");
    }

    private static void readable(int row, long line, String text, String column) {
        if (text.indexOf(NOT_UTF8) >= 0) throw new BadFile(row, line, column, "the text is not UTF-8.");
        if (text.indexOf('\0') >= 0) throw new BadFile(row, line, column, "the text contains the character NUL.");
    }

    private void oversized(Row row) {
        long chars = row.cells().stream().mapToLong(String::length).sum();
        if (chars * 3 <= ROW_BYTES || bytes(row) <= ROW_BYTES) return;
        throw new BadFile(
                row.number(), row.line(), longest(row), "the row has more than " + ROW_BYTES + " bytes (1 MiB).");
    }

    private static long bytes(Row row) {
        return row.cells().stream()
                .mapToLong(cell -> cell.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private String longest(Row row) {
        int longest = 0;
        for (int i = 1; i < names.size(); i++) {
            if (row.cells().get(i).length() > row.cells().get(longest).length()) longest = i;
        }
        return names.get(longest);
    }

    /** How many places a row gets. */
    public int places(Row row, int usual) {
        int at = indexOf(PLACES);
        if (at < 0 || row.cells().get(at).isBlank()) return usual;
        var places = number(row.cells().get(at).strip());
        if (places == null) {
            throw new BadFile(
                    row.number(),
                    row.line(),
                    PLACES,
                    "'" + row.cells().get(at) + "' is not a number of places from 1 to " + MOST_PLACES + ".");
        }
        return places;
    }

    private static @Nullable Integer number(String text) {
        if (!text.matches("[0-9]{1,10}")) return null;
        long number = Long.parseLong(text);
        return number < 1 || number > MOST_PLACES ? null : (int) number;
    }

    /** The cells that workers see. */
    public List<String> shown(Row row) {
        int hidden = indexOf(PLACES);
        if (hidden < 0) return row.cells();
        var cells = new ArrayList<>(row.cells());
        cells.remove(hidden);
        return cells;
    }
}
