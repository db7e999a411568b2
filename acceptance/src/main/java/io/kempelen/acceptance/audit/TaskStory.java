package io.kempelen.acceptance.audit;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the topics say about one task. */
final class TaskStory {

    final String id;
    int published;
    int places;
    int reopened;
    int neverTaken;
    int closings;
    int disposals;
    int completions;
    int mostBusy;
    boolean open = true;
    String requesterId = "";
    String fundsId = "";

    @Nullable
    String batchId;

    Work.@Nullable Price price;
    final Set<String> busyWorkers = new HashSet<>();
    final Set<Long> verdictNumbers = new HashSet<>();

    // Sums over the task's assignments, made once everything is read.
    int live;
    int undecided;
    int approved;
    int rejected;
    int everRejected;
    int onlyApproved;
    int released;

    TaskStory(String id) {
        this.id = id;
    }

    void count(Work work) {
        if (work.live()) live++;
        if (work.placeReleased) released++;
        if (work.rejections > 0) everRejected++;
        else if (work.approvals > 0) onlyApproved++;
        if (work.submitted == 0) return;
        switch (work.verdict()) {
            case "APPROVED" -> approved++;
            case "REJECTED" -> rejected++;
            default -> undecided++;
        }
    }

    /** Places whose money is free again because nobody can take them. */
    int gone() {
        return neverTaken + released - reopened;
    }

    int free() {
        return places - live - undecided - approved - rejected - gone();
    }

    /** Places whose money is still set aside: neither paid for nor given back. */
    int held() {
        return places - everRejected - onlyApproved - gone();
    }
}
