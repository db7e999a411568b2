package io.kempelen.local.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A real project's batch with the answers that were given: what the requester uploaded, and who answered what.
 *
 * @param inputs the columns as they are uploaded, in order
 * @param fields the answered fields, in order
 * @param notes what had to be mended to make a clean upload of an unclean file
 */
record Recording(List<String> inputs, List<String> fields, List<RecordedTask> tasks, List<String> notes) {

    private static final String ANSWER = "Answer.";

    /** Stands in where nothing but answers was recorded: a task needs some input. */
    private static final String NO_INPUT = "recorded";

    static Recording read(SourceText source) {
        return new Reader(source).read();
    }

    int answers() {
        return tasks.stream().mapToInt(task -> task.answers().size()).sum();
    }

    /** As many workers as the busiest task has answers. */
    int workers() {
        return tasks.stream().mapToInt(task -> task.answers().size()).max().orElse(0);
    }

    /** The inputs of the first row, from which title, description and keywords come. */
    Map<String, String> first() {
        return tasks.isEmpty() ? Map.of() : tasks.getFirst().input();
    }

    /** The upload: one row per answer, as recorded; the platform makes tasks of equal rows. */
    String upload() {
        var rows = new ArrayList<List<String>>();
        rows.add(inputs);
        for (var task : tasks) {
            rows.addAll(Collections.nCopies(
                    task.answers().size(), List.copyOf(task.input().values())));
        }
        return Csv.write(rows);
    }

    /** Reads one file; collects its oddities. */
    private static final class Reader {

        private final SourceText source;
        private final List<String> notes = new ArrayList<>();
        private final List<String> inputs = new ArrayList<>();
        private final List<Integer> inputColumns = new ArrayList<>();
        private final Map<String, List<Integer>> answerColumns = new LinkedHashMap<>();

        private Reader(SourceText source) {
            this.source = source;
        }

        private Recording read() {
            if (source.latin())
                notes.add("The batch is not UTF-8; it was read as Windows-1252 and is uploaded as UTF-8.");
            var rows = Csv.read(source.text());
            if (rows.isEmpty())
                return new Recording(List.of(), List.of(), List.of(), List.of("The batch is an empty file."));
            header(rows.getFirst());
            var tasks = new LinkedHashMap<Map<String, String>, List<RecordedAnswer>>();
            for (int i = 1; i < rows.size(); i++) {
                var row = rows.get(i);
                if (isBlank(row, rows.getFirst().size())) continue;
                checkWidth(row, rows.getFirst().size(), i);
                tasks.computeIfAbsent(input(row), input -> new ArrayList<>()).add(answer(row));
            }
            var recorded = new ArrayList<RecordedTask>();
            tasks.forEach((input, answers) -> recorded.add(new RecordedTask(input, List.copyOf(answers))));
            return new Recording(
                    List.copyOf(inputs),
                    List.copyOf(answerColumns.keySet()),
                    List.copyOf(recorded),
                    List.copyOf(notes));
        }

        private void header(List<String> header) {
            var taken = new HashSet<String>();
            for (int column = 0; column < header.size(); column++) {
                var name = header.get(column);
                if (name.startsWith(ANSWER) && name.length() > ANSWER.length()) {
                    answerColumns
                            .computeIfAbsent(name.substring(ANSWER.length()), field -> new ArrayList<>())
                            .add(column);
                } else {
                    inputs.add(unique(name, column, taken));
                    inputColumns.add(column);
                }
            }
            if (inputs.isEmpty()) {
                inputs.add(NO_INPUT);
                notes.add("The batch has no input columns; the column '" + NO_INPUT + "' stands in.");
            }
            answerColumns.forEach((field, columns) -> {
                if (columns.size() > 1)
                    notes.add("The column Answer." + field + " occurs " + columns.size() + " times.");
            });
        }

        /** An upload may neither repeat a column nor leave it without a name. */
        private String unique(String name, int column, Set<String> taken) {
            var chosen = name.isBlank() ? "column " + (column + 1) : name;
            for (int copy = 2; !taken.add(chosen); copy++) chosen = name + " (" + copy + ")";
            if (!chosen.equals(name))
                notes.add("Column " + (column + 1) + " '" + name + "' is uploaded as '" + chosen + "'.");
            return chosen;
        }

        private static boolean isBlank(List<String> row, int width) {
            return width > 1 && row.size() == 1 && row.getFirst().isBlank();
        }

        private void checkWidth(List<String> row, int width, int number) {
            if (row.size() < width) notes.add("Row " + number + " is short; its missing cells are taken for empty.");
            if (row.size() > width && row.subList(width, row.size()).stream().anyMatch(cell -> !cell.isEmpty())) {
                throw new IllegalArgumentException("Row " + number + " of the batch has " + row.size()
                        + " cells, the header " + width + ": what the others mean is unknown.");
            }
        }

        private Map<String, String> input(List<String> row) {
            var input = new LinkedHashMap<String, String>();
            if (inputColumns.isEmpty()) input.put(NO_INPUT, "1");
            for (int i = 0; i < inputColumns.size(); i++) {
                input.put(inputs.get(i), storable(cell(row, inputColumns.get(i))));
            }
            return input;
        }

        /** No database keeps NUL in a text, and U+FFFF is no character: such cells are refused when they are uploaded. */
        private static String storable(String cell) {
            return cell.replace('\0', '\uFFFD').replace('\uFFFF', '\uFFFD');
        }

        private RecordedAnswer answer(List<String> row) {
            var fields = new LinkedHashMap<String, List<String>>();
            answerColumns.forEach((field, columns) -> {
                var values = columns.stream().map(column -> cell(row, column)).toList();
                boolean same = values.stream().distinct().count() == 1;
                fields.put(field, same ? List.of(values.getFirst()) : values);
            });
            return new RecordedAnswer(fields);
        }

        private static String cell(List<String> row, int column) {
            return column < row.size() ? row.get(column) : "";
        }
    }
}
