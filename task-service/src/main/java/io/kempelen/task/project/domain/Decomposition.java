package io.kempelen.task.project.domain;

import io.kempelen.task.tasktype.domain.Unfit;
import org.jspecify.annotations.Nullable;

/** How a file becomes tasks. */
public record Decomposition(
        By by, int rowsPerTask, @Nullable String column) {

    public static final Decomposition BY_ROW = new Decomposition(By.ROW, 1, null);

    private static final int MOST_ROWS = 1000;

    /** The ways there are. */
    public enum By {
        /** One task for each distinct row. */
        ROW,
        /** One task for so many rows in sequence. */
        ROWS,
        /** One task for each paragraph of a column's text. */
        PARAGRAPH,
        /** One task for each sentence of a column's text. */
        SENTENCE
    }

    public Decomposition checked() {
        switch (by) {
            case ROW -> {}
            case ROWS -> {
                if (rowsPerTask < 1 || rowsPerTask > MOST_ROWS) {
                    throw new Unfit(
                            "decomposition.rowsPerTask",
                            "The field decomposition.rowsPerTask must be from 1 to " + MOST_ROWS + ".");
                }
            }
            case PARAGRAPH, SENTENCE -> {
                if (column == null || column.isBlank()) {
                    throw new Unfit(
                            "decomposition.column",
                            "The field decomposition.column names the column whose text is split.");
                }
            }
        }
        return this;
    }
}
