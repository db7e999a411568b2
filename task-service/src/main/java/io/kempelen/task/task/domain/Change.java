package io.kempelen.task.task.domain;

/** By how much a task's counters change: events are summed per task before the row is touched. */
public record Change(int pending, int submitted, int approved, int rejected, int released) {

    public static final Change NONE = new Change(0, 0, 0, 0, 0);

    public Change plus(Change other) {
        return new Change(
                pending + other.pending,
                submitted + other.submitted,
                approved + other.approved,
                rejected + other.rejected,
                released + other.released);
    }

    static Change from(Standing before, Standing after) {
        return of(after, 1).plus(of(before, -1));
    }

    private static Change of(Standing standing, int by) {
        return switch (standing) {
            case UNKNOWN, GIVEN_BACK -> NONE;
            case PENDING -> new Change(by, 0, 0, 0, 0);
            case SUBMITTED -> new Change(0, by, 0, 0, 0);
            case APPROVED -> new Change(0, 0, by, 0, 0);
            case REJECTED -> new Change(0, 0, 0, by, 0);
            case GIVEN_BACK_AND_RELEASED -> new Change(0, 0, 0, 0, by);
        };
    }
}
