package io.kempelen.task.result.domain;

/** How many of a worker's decided answers to one requester were approved, ever, in 30 days and in 7. */
public record ApprovalRates(Rate lifetime, Rate days30, Rate days7) {

    public static final ApprovalRates NONE = new ApprovalRates(new Rate(0, 0), new Rate(0, 0), new Rate(0, 0));

    /** Approved of decided. */
    public record Rate(long approved, long decided) {

        /** As MTurk writes it. */
        public String words() {
            long percent = decided == 0 ? 0 : Math.round(100.0 * approved / decided);
            return percent + "% (" + approved + "/" + decided + ")";
        }
    }
}
