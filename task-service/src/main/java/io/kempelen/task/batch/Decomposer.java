package io.kempelen.task.batch;

import io.kempelen.task.batch.domain.BadFile;
import io.kempelen.task.batch.domain.Columns;
import io.kempelen.task.batch.domain.Row;
import io.kempelen.task.batch.domain.TextPieces;
import io.kempelen.task.project.domain.Decomposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Turns the rows of a file, as they come, into the rows of tasks. Which of them are equal is left to the database. */
final class Decomposer {

    private final Decomposition how;
    private final Columns columns;
    private final int usualPlaces;
    private final Supplier<String> ids;
    private final int textAt;
    private String group = "";
    private int inGroup;

    Decomposer(Decomposition how, Columns columns, int usualPlaces, Supplier<String> ids) {
        this.how = how;
        this.columns = columns;
        this.usualPlaces = usualPlaces;
        this.ids = ids;
        this.textAt = how.column() == null ? -1 : columns.shown().indexOf(how.column());
        boolean splits = how.by() == Decomposition.By.PARAGRAPH || how.by() == Decomposition.By.SENTENCE;
        if (splits && textAt < 0)
            throw new BadFile(0, 1, how.column(), "the file has no such column, whose text the project splits.");
        if (how.by() == Decomposition.By.ROWS && columns.indexOf(Columns.PLACES) >= 0) {
            throw new BadFile(0, 1, Columns.PLACES, "a row has no places of its own where a task has several rows.");
        }
    }

    List<InputRow> rows(Row row) {
        var cells = columns.shown(row);
        int places = columns.places(row, usualPlaces);
        return switch (how.by()) {
            case ROW -> List.of(InputRow.of(ids.get(), places, 0, cells));
            case ROWS -> List.of(grouped(cells, places));
            case PARAGRAPH -> pieces(cells, places, TextPieces.paragraphs(cells.get(textAt)));
            case SENTENCE -> pieces(cells, places, TextPieces.sentences(cells.get(textAt)));
        };
    }

    /** The first row of a task carries its places, so that they are counted once. */
    private InputRow grouped(List<String> cells, int places) {
        int position = inGroup++ % how.rowsPerTask();
        if (position == 0) group = ids.get();
        return InputRow.grouped(group, position, position == 0 ? places : 0, cells);
    }

    private List<InputRow> pieces(List<String> cells, int places, List<String> pieces) {
        var rows = new ArrayList<InputRow>();
        for (int i = 0; i < pieces.size(); i++) {
            var own = new ArrayList<>(cells);
            own.set(textAt, Objects.requireNonNull(pieces.get(i)));
            rows.add(InputRow.of(ids.get(), places, i, own));
        }
        return rows;
    }
}
