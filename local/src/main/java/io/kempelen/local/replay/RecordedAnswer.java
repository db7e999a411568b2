package io.kempelen.local.replay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one person answered, field by field; a field has several values where a checkbox group was ticked. */
record RecordedAnswer(Map<String, List<String>> fields) {

    /** As MTurk's results show it: several values of one field joined by a bar. */
    Map<String, String> shown() {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> String.join("|", field.getValue()),
                        (first, second) -> first,
                        TreeMap::new));
    }
}
