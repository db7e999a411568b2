package io.kempelen.local.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a results file with the recording: per task the same answers as often, each approved, under MTurk's header. */
final class Results {

    private static final List<String> BEGINNING = List.of(
            "HITId",
            "HITTypeId",
            "Title",
            "Description",
            "Keywords",
            "Reward",
            "CreationTime",
            "MaxAssignments",
            "RequesterAnnotation",
            "AssignmentDurationInSeconds",
            "AutoApprovalDelayInSeconds",
            "Expiration",
            "NumberOfSimilarHITs",
            "LifetimeInSeconds",
            "AssignmentId",
            "WorkerId",
            "AssignmentStatus",
            "AcceptTime",
            "SubmitTime",
            "AutoApprovalTime",
            "ApprovalTime",
            "RejectionTime",
            "RequesterFeedback",
            "WorkTimeInSeconds",
            "LifetimeApprovalRate",
            "Last30DaysApprovalRate",
            "Last7DaysApprovalRate");

    private final Recording recording;
    private final List<String> header;
    private final List<List<String>> rows;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Results(Recording recording, List<List<String>> file) {
        this.recording = recording;
        header = file.isEmpty() ? List.of() : file.getFirst();
        rows = file.isEmpty() ? List.of() : file.subList(1, file.size());
        for (int i = 0; i < header.size(); i++) columns.putIfAbsent(header.get(i), i);
    }

    /** Everything that is wrong, in words; nothing when every recorded answer is there, once, with its input. */
    static List<String> faults(Recording recording, String csv) {
        var results = new Results(recording, Csv.read(csv));
        results.checkHeader();
        if (results.faults.isEmpty()) results.checkRows();
        return List.copyOf(results.faults);
    }

    private void checkHeader() {
        var expected = new ArrayList<>(BEGINNING);
        recording.inputs().forEach(input -> expected.add("Input." + input));
        if (header.size() < expected.size()
                || !header.subList(0, expected.size()).equals(expected)) {
            faults.add("The header does not begin with MTurk's columns and the inputs in order: " + header);
        }
        for (var field : recording.fields()) {
            if (!columns.containsKey("Answer." + field)) faults.add("The column Answer." + field + " is missing.");
        }
        if (header.size() < 2
                || !header.subList(header.size() - 2, header.size()).equals(List.of("Approve", "Reject"))) {
            faults.add("The header does not end with Approve,Reject.");
        }
    }

    private void checkRows() {
        var assignments = new HashSet<String>();
        var found = new LinkedHashMap<List<String>, List<Map<String, String>>>();
        for (var row : rows) {
            if (row.size() != header.size()) {
                faults.add("A row has " + row.size() + " cells, the header " + header.size() + ".");
                continue;
            }
            var assignment = cell(row, "AssignmentId");
            if (!assignments.add(assignment)) faults.add("Assignment " + assignment + " is there twice.");
            if (!cell(row, "AssignmentStatus").equals("Approved")) {
                faults.add("Assignment " + assignment + " is " + cell(row, "AssignmentStatus") + ", not Approved.");
            }
            found.computeIfAbsent(input(row), input -> new ArrayList<>()).add(answer(row));
        }
        for (var task : recording.tasks())
            compare(task, found.remove(List.copyOf(task.input().values())));
        found.forEach((input, answers) ->
                faults.add(answers.size() + " rows have an input that was never uploaded: " + brief(input)));
    }

    private void compare(RecordedTask task, @Nullable List<Map<String, String>> found) {
        var missing =
                task.answers().stream().map(RecordedAnswer::shown).collect(Collectors.toCollection(ArrayList::new));
        var surplus = new ArrayList<Map<String, String>>();
        for (var answer : found == null ? List.<Map<String, String>>of() : found) {
            if (!missing.remove(answer)) surplus.add(answer);
        }
        if (missing.isEmpty() && surplus.isEmpty()) return;
        var where = "Task with input " + brief(List.copyOf(task.input().values()));
        if (missing.size() == surplus.size()) {
            for (int i = 0; i < missing.size(); i++)
                faults.add(where + ": " + difference(missing.get(i), surplus.get(i)));
        } else {
            faults.add(
                    where + ": " + missing.size() + " recorded answers are missing, " + surplus.size() + " are new.");
        }
    }

    private static String difference(Map<String, String> recorded, Map<String, String> shown) {
        return recorded.entrySet().stream()
                .filter(field -> !field.getValue().equals(shown.get(field.getKey())))
                .map(field -> field.getKey() + " was <" + brief(field.getValue()) + ">, is <"
                        + brief(String.valueOf(shown.get(field.getKey()))) + ">")
                .limit(5)
                .collect(Collectors.joining("; "));
    }

    private List<String> input(List<String> row) {
        return recording.inputs().stream()
                .map(input -> cell(row, "Input." + input))
                .toList();
    }

    private Map<String, String> answer(List<String> row) {
        var answer = new TreeMap<String, String>();
        for (var field : recording.fields()) answer.put(field, cell(row, "Answer." + field));
        return answer;
    }

    private String cell(List<String> row, String column) {
        return row.get(Objects.requireNonNull(columns.get(column), column));
    }

    private static String brief(Object value) {
        var text = value.toString();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
