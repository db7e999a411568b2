package io.kempelen.assignment.qualification.domain;

/** What a worker may want to do with a task. */
public enum Action {
    DISCOVER,
    PREVIEW,
    ACCEPT
}
