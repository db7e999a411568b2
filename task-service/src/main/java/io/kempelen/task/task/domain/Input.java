package io.kempelen.task.task.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a task under the names a template uses. With several rows, row n's are also named {@code name_n}. */
public record Input(List<String> columns, List<List<String>> rows) {

    public static final Input NONE = new Input(List.of(), List.of());

    /** The values by name; the first row goes by the plain names. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (int row = 1; row < rows.size(); row++) numbered(values, row);
        if (rows.size() > 1) numbered(values, 0);
        if (!rows.isEmpty()) put(values, rows.getFirst(), "");
        return values;
    }

    private void numbered(Map<String, String> values, int row) {
        put(values, rows.get(row), "_" + (row + 1));
    }

    private void put(Map<String, String> values, List<String> cells, String suffix) {
        for (int i = 0; i < columns.size(); i++) values.put(columns.get(i) + suffix, cells.get(i));
    }

    /** Each row by its columns' names, as the API shows them. */
    public List<Map<String, String>> byName() {
        return rows.stream().map(this::named).toList();
    }

    private Map<String, String> named(List<String> cells) {
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) named.put(columns.get(i), cells.get(i));
        return named;
    }
}
