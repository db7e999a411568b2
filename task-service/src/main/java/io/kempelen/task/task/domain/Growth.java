package io.kempelen.task.task.domain;

/** Why a task has more places. */
public enum Growth {
    REQUESTER,
    REJECTED,
    CONFIDENCE,
    OTHER
}
