package io.kempelen.local.replay;

import java.util.List;

/** What came of a replay; it is good when no fault was found. */
public record Report(
        String name,
        int tasks,
        int assignments,
        int byForm,
        int values,
        int fields,
        double seconds,
        String money,
        String events,
        String results,
        List<String> notes,
        List<String> faults) {

    public boolean isGood() {
        return faults.isEmpty();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        line(text, "replay", name);
        line(text, "tasks", "%,d".formatted(tasks));
        line(
                text,
                "assignments",
                "%,d approved and paid, %,d submitted by form, %,d as JSON"
                        .formatted(assignments, byForm, assignments - byForm));
        line(text, "answers", "%,d values in %,d fields".formatted(values, fields));
        line(text, "seconds", "%.1f".formatted(seconds));
        line(text, "money", money);
        line(text, "events", events);
        line(text, "results", results);
        notes.stream().limit(20).forEach(note -> line(text, "note", note));
        if (notes.size() > 20) line(text, "note", "and " + (notes.size() - 20) + " more");
        faults.stream().limit(50).forEach(fault -> line(text, "FAULT", fault));
        if (faults.size() > 50) line(text, "FAULT", "and " + (faults.size() - 50) + " more");
        line(
                text,
                "verdict",
                isGood()
                        ? "every recorded answer is in the results with its input, approved once and paid once"
                        : faults.size() + " faults");
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format("  %-12s %s%n", label, value));
    }
}
