package io.kempelen.assignment.search;

import org.jspecify.annotations.Nullable;

/** What a worker looks for. */
record Query(
        String workerId,
        @Nullable String words,
        @Nullable Long minRewardMinor,
        @Nullable String batchId,
        @Nullable String requesterId,
        boolean onlyQualified,
        Sort sort) {

    /** Whether the tasks of few are wanted, who then are found by them and not by their free places. */
    boolean isNarrow() {
        return batchId != null || requesterId != null;
    }
}
