package io.kempelen.task.mturk;

import io.kempelen.messaging.mturk.MturkError;
import io.kempelen.task.task.TaskOutcome;
import io.kempelen.task.task.domain.Task;

/** The refusals in MTurk's words; clients match on them. */
final class HitErrors {

    private HitErrors() {}

    /** What cannot be said with MTurk's 400: try again. */
    static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable() {
            super("No answer in time", null, false, false);
        }
    }

    static MturkError unknown(String hitId) {
        return MturkError.requestError("HITDoesNotExist", "Hit " + hitId + " does not exist.");
    }

    /** @param allowed the states in which the operation can be called */
    static RuntimeException of(TaskOutcome outcome, String allowed) {
        return switch (outcome) {
            case TaskOutcome.Done done -> new IllegalArgumentException(done + " is no refusal");
            case TaskOutcome.NotFound missing -> unknown(missing.taskId());
            case TaskOutcome.WrongStatus wrong -> state(wrong, allowed);
            case TaskOutcome.Undecided waiting ->
                MturkError.requestError(
                        "InvalidHITState",
                        "This HIT has " + waiting.task().submitted()
                                + " assignments that are neither approved nor rejected."
                                + "  This operation can be called once all submitted assignments are reviewed.");
            case TaskOutcome.IntoTens small ->
                MturkError.requestError(
                        "InvalidMaximumAssignmentsIncrease",
                        "This HIT was created with " + small.bought()
                                + " assignments. HITs with fewer than 10 assignments cannot be extended to have 10 or more assignments.");
            case TaskOutcome.TooManyPlaces full ->
                MturkError.requestError(
                        "InvalidMaximumAssignmentsIncrease",
                        "This HIT has " + full.task().places() + " assignments. A HIT can have at most "
                                + Task.MOST_PLACES + ".");
            case TaskOutcome.TokenUsed used ->
                MturkError.requestError(
                        "HITAlreadyExists", "The HIT with ID \"" + used.subjectId() + "\" already exists.");
            case TaskOutcome.Declined poor ->
                MturkError.requestError(
                        "InsufficientFunds",
                        "This Requester has insufficient funds in their account to complete this transaction."
                                + " Please deposit more and repeat the request.");
            case TaskOutcome.OtherCurrency other ->
                MturkError.parameter("Your account is in " + other.account() + "; this HIT type pays in " + other.task()
                        + ". Make a new one.");
            case TaskOutcome.NoAnswer none -> new Unavailable();
            case TaskOutcome.NotYet busy -> new Unavailable();
        };
    }

    private static MturkError state(TaskOutcome.WrongStatus wrong, String allowed) {
        return MturkError.requestError(
                "InvalidHITState",
                "This HIT is currently in the state '" + wrong.status().word()
                        + "'.  This operation can be called with a status of: " + allowed);
    }
}
