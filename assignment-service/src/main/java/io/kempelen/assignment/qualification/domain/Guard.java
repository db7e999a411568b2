package io.kempelen.assignment.qualification.domain;

/** What a worker who does not meet a requirement may not do; each guard includes the one before. */
public enum Guard {
    ACCEPT,
    PREVIEW_AND_ACCEPT,
    DISCOVER_PREVIEW_AND_ACCEPT;

    public boolean guards(Action action) {
        return switch (action) {
            case ACCEPT -> true;
            case PREVIEW -> this != ACCEPT;
            case DISCOVER -> this == DISCOVER_PREVIEW_AND_ACCEPT;
        };
    }
}
