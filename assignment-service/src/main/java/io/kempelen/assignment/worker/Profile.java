package io.kempelen.assignment.worker;

import io.kempelen.assignment.qualification.domain.Region;
import io.kempelen.assignment.qualification.domain.Standing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A worker: where and whether grown-up, in whose words, what the account is in where known, and the record of the work. */
record Profile(
        String workerId,
        @Nullable Region region,
        @Nullable StatedBy statedBy,
        @Nullable Boolean adult,
        @Nullable String currency,
        boolean suspended,
        int submitted,
        int approved,
        int rejected) {

    /** What an operator said of a worker's country cannot be changed by the worker: requirements rest on it. */
    enum StatedBy {
        OPERATOR,
        WORKER
    }

    static Profile unknown(String workerId) {
        return opened(workerId, null, null);
    }

    /** @param region as an operator stated it */
    static Profile opened(String workerId, @Nullable Region region, @Nullable String currency) {
        var by = region == null ? null : StatedBy.OPERATOR;
        return new Profile(workerId, region, by, null, currency, false, 0, 0, 0);
    }

    Profile in(@Nullable Region own, @Nullable Boolean ownAdult) {
        var by = own == null ? null : StatedBy.WORKER;
        return new Profile(workerId, own, by, ownAdult, currency, suspended, submitted, approved, rejected);
    }

    Profile grownUp(@Nullable Boolean ownAdult) {
        return new Profile(workerId, region, statedBy, ownAdult, currency, suspended, submitted, approved, rejected);
    }

    Standing standing(Map<String, Integer> grants) {
        return new Standing(submitted, approved, rejected, region, adult, grants);
    }
}
