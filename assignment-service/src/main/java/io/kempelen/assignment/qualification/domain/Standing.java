package io.kempelen.assignment.qualification.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a worker brings: the record of the work, the place of living, and the qualifications granted. */
public record Standing(
        int submitted,
        int approved,
        int rejected,
        @Nullable Region region,
        @Nullable Boolean adult,
        Map<String, Integer> grants) {

    /** Below so many answers a share says nothing, so MTurk counts it as full. */
    private static final int MEANINGFUL = 100;

    public static final Standing UNKNOWN = new Standing(0, 0, 0, null, null, Map.of());

    public @Nullable Integer value(String typeId) {
        return SystemType.of(typeId).map(this::systemValue).orElseGet(() -> grants.get(typeId));
    }

    private @Nullable Integer systemValue(SystemType type) {
        return switch (type) {
            case HITS_APPROVED -> approved;
            case PERCENT_APPROVED -> percentApproved();
            case ADULT -> adult == null ? null : adult ? 1 : 0;
            case LOCALE -> null;
            case MASTERS, MASTERS_SANDBOX -> grants.get(type.id());
        };
    }

    /** Of the answers that were judged, so that a slow requester does not spoil a worker's share. */
    public int percentApproved() {
        var judged = approved + rejected;
        return submitted < MEANINGFUL || judged == 0 ? 100 : (int) (100L * approved / judged);
    }
}
