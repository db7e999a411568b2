package io.kempelen.messaging.web;

import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says which field of a JSON body could not be read, without telling the program's insides. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(Throwable cause) {
        return switch (cause) {
            case MismatchedInputException mismatch ->
                unreadable("The field \"" + path(mismatch) + "\" is missing or has a value of the wrong kind.")
                        .with("field", path(mismatch));
            case DatabindException broken ->
                unreadable("The field \"" + path(broken) + "\" cannot be read.").with("field", path(broken));
            case StreamReadException syntax -> unreadable("The body is not JSON: " + syntax.getOriginalMessage());
            default -> unreadable("The body is missing or cannot be read.");
        };
    }

    private static Problem unreadable(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "unreadable-body", detail);
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
