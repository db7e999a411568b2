package io.kempelen.local.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;

/** The checkbox groups of a template: fields of which a browser sends every ticked value by itself. */
final class Checkboxes {

    /** Name of a group, as it stands in the template, to the values of its boxes. */
    private final Map<String, Set<String>> groups = new LinkedHashMap<>();

    private Checkboxes() {}

    static Checkboxes in(String template) {
        var found = new Checkboxes();
        for (var box : Jsoup.parse(template).select("input[type=checkbox][name]")) {
            found.groups
                    .computeIfAbsent(box.attr("name"), name -> new HashSet<>())
                    .add(box.attr("value"));
        }
        return found;
    }

    /** The same answer with a|b taken apart wherever the page had boxes of that name. */
    RecordedAnswer ticked(RecordedAnswer recorded, Map<String, String> input) {
        var fields = new LinkedHashMap<String, List<String>>();
        var names = named(input);
        recorded.fields().forEach((field, values) -> {
            var boxes = names.get(field);
            fields.put(field, boxes == null || values.size() != 1 ? values : apart(values.getFirst(), boxes));
        });
        return new RecordedAnswer(fields);
    }

    /** Group names after the row's values were put in, since a template may compose them. */
    private Map<String, Set<String>> named(Map<String, String> input) {
        if (groups.keySet().stream().noneMatch(name -> name.contains("${"))) return groups;
        var named = new LinkedHashMap<String, Set<String>>();
        groups.forEach((name, values) -> {
            var filled = name;
            for (var cell : input.entrySet()) filled = filled.replace("${" + cell.getKey() + "}", cell.getValue());
            named.put(filled, values);
        });
        return named;
    }

    /** Splits at bars, except inside a value that a box really has. */
    private static List<String> apart(String joined, Set<String> boxes) {
        if (!joined.contains("|") || boxes.contains(joined)) return List.of(joined);
        var values = new ArrayList<String>();
        int from = 0;
        while (from <= joined.length()) {
            int to = end(joined, from, boxes);
            values.add(joined.substring(from, to));
            from = to + 1;
        }
        return List.copyOf(values);
    }

    /** Where the value that begins here ends: at the next bar, or later when a box's own value holds bars. */
    private static int end(String joined, int from, Set<String> boxes) {
        int next = joined.indexOf('|', from);
        if (next < 0) return joined.length();
        int end = next;
        for (var box : boxes) {
            int to = from + box.length();
            boolean whole = joined.startsWith(box, from)
                    && (to == joined.length() || joined.charAt(Math.min(to, joined.length() - 1)) == '|');
            if (whole && to > end) end = to;
        }
        return end;
    }
}
