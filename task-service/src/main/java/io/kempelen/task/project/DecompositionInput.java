package io.kempelen.task.project;

import io.kempelen.task.project.domain.Decomposition;
import io.kempelen.task.tasktype.domain.Unfit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A decomposition as the native API takes and gives it. */
record DecompositionInput(
        @Nullable String by,
        @Nullable Integer rowsPerTask,
        @Nullable String column) {

    static Decomposition decomposition(@Nullable DecompositionInput input) {
        return input == null ? Decomposition.BY_ROW : input.decomposition();
    }

    static DecompositionInput of(Decomposition decomposition) {
        return new DecompositionInput(
                decomposition.by().name().toLowerCase(Locale.ROOT),
                decomposition.rowsPerTask(),
                decomposition.column());
    }

    private Decomposition decomposition() {
        var word = Objects.requireNonNullElse(by, "row");
        var way = Arrays.stream(Decomposition.By.values())
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new Unfit(
                        "decomposition.by",
                        "The field decomposition.by is '" + word + "'; it must be row, rows, paragraph or sentence."));
        int rows = Objects.requireNonNullElse(rowsPerTask, way == Decomposition.By.ROWS ? 0 : 1);
        return new Decomposition(way, rows, column).checked();
    }
}
