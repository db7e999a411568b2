package io.kempelen.assignment.qualification.domain;

/** MTurk's ten comparators; nobody meets one that this version does not know. */
public enum Comparison {
    OTHER,
    LESS_THAN,
    LESS_THAN_OR_EQUAL_TO,
    GREATER_THAN,
    GREATER_THAN_OR_EQUAL_TO,
    EQUAL_TO,
    NOT_EQUAL_TO,
    EXISTS,
    DOES_NOT_EXIST,
    IN,
    NOT_IN
}
