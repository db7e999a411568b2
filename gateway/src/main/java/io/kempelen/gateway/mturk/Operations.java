package io.kempelen.gateway.mturk;

import static io.kempelen.gateway.route.Service.ASSIGNMENT;
import static io.kempelen.gateway.route.Service.NOTIFICATION;
import static io.kempelen.gateway.route.Service.PAYOUT;
import static io.kempelen.gateway.route.Service.REVIEW;
import static io.kempelen.gateway.route.Service.TASK;

import io.kempelen.gateway.route.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The 39 operations of the MTurk API: whose they are, and who must have seen them before their caller hears. */
final class Operations {

    /** One operation. Those whose effect is read where it is decided need nobody else. */
    record Operation(String name, Service service, List<Service> seenBy) {}

    private static final String TARGET = "MTurkRequesterServiceV20170117.";
    private static final Map<String, Operation> ALL = all();

    private Operations() {}

    static Optional<Operation> find(String target) {
        return target.startsWith(TARGET)
                ? Optional.ofNullable(ALL.get(target.substring(TARGET.length())))
                : Optional.empty();
    }

    static int count() {
        return ALL.size();
    }

    private static Map<String, Operation> all() {
        var all = new HashMap<String, Operation>();
        add(
                all,
                TASK,
                List.of(ASSIGNMENT, REVIEW),
                "CreateHIT",
                "CreateHITWithHITType",
                "CreateAdditionalAssignmentsForHIT");
        add(all, TASK, List.of(ASSIGNMENT), "UpdateExpirationForHIT", "UpdateHITTypeOfHIT", "DeleteHIT");
        add(
                all,
                TASK,
                List.of(),
                "CreateHITType",
                "GetHIT",
                "ListHITs",
                "ListHITsForQualificationType",
                "ListReviewableHITs",
                "UpdateHITReviewStatus");
        add(
                all,
                ASSIGNMENT,
                List.of(),
                "CreateQualificationType",
                "GetQualificationType",
                "UpdateQualificationType",
                "DeleteQualificationType",
                "ListQualificationTypes",
                "AssociateQualificationWithWorker",
                "DisassociateQualificationFromWorker",
                "AcceptQualificationRequest",
                "RejectQualificationRequest",
                "ListQualificationRequests",
                "GetQualificationScore",
                "ListWorkersWithQualificationType",
                "CreateWorkerBlock",
                "DeleteWorkerBlock",
                "ListWorkerBlocks");
        add(all, REVIEW, List.of(TASK), "ApproveAssignment", "RejectAssignment");
        add(
                all,
                REVIEW,
                List.of(),
                "GetAssignment",
                "ListAssignmentsForHIT",
                "ListReviewPolicyResultsForHIT",
                "GetFileUploadURL");
        add(all, PAYOUT, List.of(), "GetAccountBalance", "SendBonus", "ListBonusPayments");
        add(all, NOTIFICATION, List.of(), "NotifyWorkers", "UpdateNotificationSettings", "SendTestEventNotification");
        return Map.copyOf(all);
    }

    private static void add(Map<String, Operation> all, Service service, List<Service> seenBy, String... names) {
        for (var name : names) all.put(name, new Operation(name, service, seenBy));
    }
}
