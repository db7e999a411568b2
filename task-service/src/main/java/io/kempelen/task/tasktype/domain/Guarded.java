package io.kempelen.task.tasktype.domain;

import java.util.Arrays;
import java.util.Optional;

/** What a worker who does not meet a requirement may not do. */
public enum Guarded {
    ACCEPT("Accept"),
    PREVIEW_AND_ACCEPT("PreviewAndAccept"),
    DISCOVER_PREVIEW_AND_ACCEPT("DiscoverPreviewAndAccept");

    private final String word;

    Guarded(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Guarded> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
