package io.kempelen.task.task.domain;

/** Where an assignment stands, by all that is known of it. */
public enum Standing {
    UNKNOWN,
    PENDING,
    GIVEN_BACK,
    GIVEN_BACK_AND_RELEASED,
    SUBMITTED,
    APPROVED,
    REJECTED
}
