package io.kempelen.assignment.qualification.domain;

import java.util.Arrays;
import java.util.Optional;

/** The qualification types nobody owns; their ids are MTurk's, so that existing requests keep their meaning. */
public enum SystemType {
    HITS_APPROVED("00000000000000000040", "Worker_NumberHITsApproved"),
    ADULT("00000000000000000060", "Worker_Adult"),
    LOCALE("00000000000000000071", "Worker_Locale"),
    PERCENT_APPROVED("000000000000000000L0", "Worker_PercentAssignmentsApproved"),
    MASTERS_SANDBOX("2ARFPLSP75KLA8M8DH1HTEQVJT3SY6", "Masters"),
    MASTERS("2F1QJWKUDD8XADTFD2Q0G6UTO95ALH", "Masters");

    private final String id;
    private final String title;

    SystemType(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Whether an operator grants it; the others are worked out. */
    public boolean isGranted() {
        return switch (this) {
            case MASTERS, MASTERS_SANDBOX -> true;
            case HITS_APPROVED, ADULT, LOCALE, PERCENT_APPROVED -> false;
        };
    }

    public static Optional<SystemType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }
}
