package io.kempelen.task.batch.domain;

import org.jspecify.annotations.Nullable;

/** A file that cannot be taken; names the row and the column. Row 0 is the header. */
public final class BadFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int row;
    private final long line;
    private final @Nullable String column;

    public BadFile(int row, long line, @Nullable String column, String sentence) {
        super(sentence, null, false, false);
        this.row = row;
        this.line = line;
        this.column = column;
    }

    public int row() {
        return row;
    }

    public long line() {
        return line;
    }

    public @Nullable String column() {
        return column;
    }

    /** Where it happened and what. */
    public String sentence() {
        var where = row == 0 ? "The header" : "Row " + row + " (line " + line + " of the file)";
        return where + (column == null ? "" : ", column '" + column + "'") + ": " + getMessage();
    }
}
