package io.kempelen.task.question.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Raw substitution of {@code ${name}} in one pass: a value that looks like a placeholder stays as it is. */
public final class Placeholders {

    private static final String OPEN = "${";

    private Placeholders() {}

    /** Replaces what is known and leaves the rest, which may be a JavaScript template literal. */
    public static String substitute(String template, Map<String, String> values) {
        int longest = longest(values.keySet());
        var out = new StringBuilder(template.length() + 256);
        int at = 0;
        for (int open = template.indexOf(OPEN); open >= 0; open = template.indexOf(OPEN, at)) {
            out.append(template, at, open);
            var name = known(template, open + OPEN.length(), values, longest);
            if (name == null) {
                out.append(OPEN);
                at = open + OPEN.length();
            } else {
                out.append(values.get(name));
                at = open + OPEN.length() + name.length() + 1;
            }
        }
        return out.append(template, at, template.length()).toString();
    }

    /** The placeholders for which there is no column, in order. */
    public static Set<String> unknown(String template, Collection<String> columns) {
        var known = Set.copyOf(columns);
        var unknown = new LinkedHashSet<String>();
        int open = template.indexOf(OPEN);
        while (open >= 0) {
            int from = open + OPEN.length();
            int close = template.indexOf('}', from);
            if (close < 0) break;
            var name = template.substring(from, close);
            if (!known.contains(name) && !endsWithColumn(template, from, known)) unknown.add(name);
            open = template.indexOf(OPEN, from);
        }
        return unknown;
    }

    /** A column's name may itself contain a brace, so every closing brace in reach is tried. */
    private static @org.jspecify.annotations.Nullable String known(
            String template, int from, Map<String, String> values, int longest) {
        for (int close = template.indexOf('}', from);
                close >= 0 && close - from <= longest;
                close = next(template, close)) {
            var name = template.substring(from, close);
            if (values.containsKey(name)) return name;
        }
        return null;
    }

    private static boolean endsWithColumn(String template, int from, Set<String> known) {
        return known.stream().anyMatch(name -> name.indexOf('}') >= 0 && template.startsWith(name + "}", from));
    }

    private static int next(String template, int close) {
        return template.indexOf('}', close + 1);
    }

    private static int longest(Collection<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }
}
