package io.kempelen.local.replay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An answer as a browser would post it. Line ends are left as recorded: a browser's normalisation has already happened
 * where the answer was given, and doing it again would change what is compared.
 */
final class FormBody {

    /** Fields of MTurk's own; a form cannot answer them. */
    private static final Set<String> RESERVED = Set.of("assignmentId", "hitId", "workerId", "turkSubmitTo");

    private FormBody() {}

    static boolean canCarry(RecordedAnswer answer) {
        return answer.fields().keySet().stream().noneMatch(RESERVED::contains);
    }

    static String of(String assignmentId, RecordedAnswer answer) {
        var body = new StringBuilder("assignmentId=").append(encoded(assignmentId));
        for (Map.Entry<String, List<String>> field : answer.fields().entrySet()) {
            for (var value : field.getValue()) {
                body.append('&').append(encoded(field.getKey())).append('=').append(encoded(value));
            }
        }
        return body.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
