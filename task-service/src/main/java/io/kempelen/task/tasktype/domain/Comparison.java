package io.kempelen.task.tasktype.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** MTurk's ten ways to compare a worker's qualification. */
public enum Comparison {
    LESS_THAN("LessThan"),
    LESS_THAN_OR_EQUAL_TO("LessThanOrEqualTo"),
    GREATER_THAN("GreaterThan"),
    GREATER_THAN_OR_EQUAL_TO("GreaterThanOrEqualTo"),
    EQUAL_TO("EqualTo"),
    NOT_EQUAL_TO("NotEqualTo"),
    EXISTS("Exists"),
    DOES_NOT_EXIST("DoesNotExist"),
    IN("In"),
    NOT_IN("NotIn");

    private final String word;

    Comparison(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Comparison> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    public static String words() {
        return Arrays.stream(values()).map(Comparison::word).collect(Collectors.joining(", "));
    }

    boolean takesNoValue() {
        return this == EXISTS || this == DOES_NOT_EXIST;
    }

    boolean takesMany() {
        return this == IN || this == NOT_IN;
    }

    boolean takesLocales() {
        return takesMany() || this == EQUAL_TO || this == NOT_EQUAL_TO;
    }
}
