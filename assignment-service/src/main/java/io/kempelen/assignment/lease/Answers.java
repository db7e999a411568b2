package io.kempelen.assignment.lease;

import io.kempelen.messaging.web.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers, from JSON or from a form, into their one canonical shape. */
@Component
class Answers {

    /** MTurk's: these tell where a form belongs and are no part of the answer. */
    private static final Set<String> RESERVED = Set.of("assignmentId", "hitId", "turkSubmitTo", "workerId");

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    /** {@code {"name": "value"}} or {@code {"name": ["value", "value"]}}; numbers and booleans are taken as their text. */
    Answer of(@Nullable JsonNode answers) {
        if (answers == null || !answers.isObject()) {
            throw Problem.invalid("answers", "answers must be an object of field names and values.")
                    .exception();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        answers.properties().forEach(field -> fields.put(field.getKey(), values(field.getKey(), field.getValue())));
        return checked(fields);
    }

    /** In order of first appearance, fields of the query string included; a name given twice has two values. */
    Answer of(Map<String, String[]> parameters) {
        var fields = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            if (!RESERVED.contains(name)) fields.put(name, Arrays.asList(values));
        });
        return checked(fields);
    }

    /** U+0000 cannot be stored as text, and an answer is never refused for one: it becomes the sign for what is unreadable. */
    private static Map<String, List<String>> storable(Map<String, List<String>> fields) {
        var storable = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> storable.put(
                name.replace('\0', '\uFFFD'),
                values.stream().map(value -> value.replace('\0', '\uFFFD')).toList()));
        return storable;
    }

    private Answer checked(Map<String, List<String>> fields) {
        var answer = new Answer(json.writeValueAsString(storable(fields)));
        if (answer.isTooLarge()) throw Refusals.answerTooLarge().exception();
        return answer;
    }

    private static List<String> values(String name, JsonNode node) {
        if (!node.isArray()) return List.of(value(name, node));
        var values = new ArrayList<String>(node.size());
        for (var element : node) values.add(value(name, element));
        return values;
    }

    private static String value(String name, JsonNode node) {
        if (node.isValueNode() && !node.isNull()) return node.asString();
        throw Problem.invalid(
                        "answers." + name,
                        "The answer \"" + name
                                + "\" must be a text or a list of texts. Send structured data as one text of JSON.")
                .exception();
    }
}
