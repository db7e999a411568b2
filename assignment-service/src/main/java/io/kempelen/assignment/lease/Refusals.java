package io.kempelen.assignment.lease;

import io.kempelen.assignment.lease.domain.AcceptOutcome;
import io.kempelen.assignment.lease.domain.SubmitOutcome;
import io.kempelen.assignment.qualification.RequirementView;
import io.kempelen.assignment.qualification.domain.Requirement;
import io.kempelen.assignment.qualification.domain.SystemType;
import io.kempelen.messaging.web.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Refusals in words: what is wrong and what the worker can do. */
final class Refusals {

    private static final String KEPT = " Your answer is kept as a draft that only you can see.";

    private Refusals() {}

    static Problem of(AcceptOutcome.Refused refused, String taskId) {
        return switch (refused) {
            case AcceptOutcome.UnknownTask ignored -> unknownTask(taskId);
            case AcceptOutcome.OwnTask ignored ->
                forbidden("own-task", "This is your own task: requesters do not work for themselves.");
            case AcceptOutcome.AccountSuspended ignored ->
                forbidden("account-suspended", "Your account is suspended. Ask an operator to reinstate it.");
            case AcceptOutcome.Blocked ignored ->
                forbidden(
                        "blocked",
                        "The requester of this task accepts no more work of yours. Other tasks are open to you.");
            case AcceptOutcome.AlreadyYours alreadyYours ->
                conflict(
                                "already-yours",
                                "You have an assignment of this task already: " + alreadyYours.assignmentId() + ".")
                        .with("assignmentId", alreadyYours.assignmentId());
            case AcceptOutcome.TaskClosed ignored ->
                conflict("task-closed", "This task has expired. Look for another one.");
            case AcceptOutcome.OtherCurrency other ->
                forbidden(
                        "other-currency",
                        "This task pays in " + other.reward() + " and your account is in " + other.account() + ".");
            case AcceptOutcome.NotQualified notQualified -> notQualified(notQualified.unmet());
            case AcceptOutcome.NoPlaceLeft ignored ->
                conflict(
                        "no-place-left",
                        "All places of this task are taken. One may become free again; other tasks are open.");
        };
    }

    static Problem of(SubmitOutcome.Refused refused, String assignmentId) {
        return switch (refused) {
            case SubmitOutcome.DeadlinePassed deadlinePassed ->
                conflict(
                                "deadline-passed",
                                "The time for this assignment ended at " + deadlinePassed.deadline() + "." + KEPT)
                        .with("deadline", deadlinePassed.deadline());
            case SubmitOutcome.AlreadySubmitted alreadySubmitted ->
                conflict(
                        "already-submitted",
                        "This assignment was submitted at " + alreadySubmitted.submittedAt() + "; that answer counts."
                                + KEPT);
            case SubmitOutcome.WasReturned ignored ->
                conflict("returned", "You returned this assignment. Accept the task again to work on it." + KEPT);
            case SubmitOutcome.UnknownAssignment ignored -> Problem.notFound("assignment", assignmentId);
        };
    }

    static Problem answerTooLarge() {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "answer-too-large",
                        "An answer may have at most " + Answer.MOST_BYTES
                                + " bytes in all (256 KiB). Shorten it and submit again.")
                .with("field", "answers")
                .with("limit", Answer.MOST_BYTES);
    }

    static String inWords(Requirement requirement) {
        var name = SystemType.of(requirement.qualificationTypeId())
                .map(SystemType::title)
                .orElse(requirement.qualificationTypeId());
        var values = requirement.localeValues().isEmpty()
                ? requirement.integerValues().stream().map(String::valueOf)
                : requirement.localeValues().stream().map(Refusals::inWords);
        var comparison = requirement
                .comparison()
                .name()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', ' ');
        return (name + " " + comparison + " " + values.collect(Collectors.joining(", "))).strip();
    }

    private static String inWords(io.kempelen.assignment.qualification.domain.Region region) {
        return region.subdivision() == null ? region.country() : region.country() + "-" + region.subdivision();
    }

    private static Problem unknownTask(String taskId) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no task " + taskId + ".")
                .with("id", taskId);
    }

    private static Problem notQualified(List<Requirement> unmet) {
        var words = unmet.stream().map(Refusals::inWords).collect(Collectors.joining("; "));
        return forbidden("not-qualified", "You do not meet what this task asks for: " + words + ".")
                .with("requirements", unmet.stream().map(RequirementView::of).toList());
    }

    private static Problem forbidden(String type, String detail) {
        return Problem.of(HttpStatus.FORBIDDEN, type, detail);
    }

    private static Problem conflict(String type, String detail) {
        return Problem.of(HttpStatus.CONFLICT, type, detail);
    }
}
