package io.kempelen.review.consensus.domain;

import org.jspecify.annotations.Nullable;

/** The leading label of a task, its votes, and the votes of the one behind it. */
public record Standing(@Nullable Label leader, int lead, int second) {

    public static final Standing EMPTY = new Standing(null, 0, 0);
}
