package io.kempelen.task.task;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Problem;
import org.springframework.http.HttpStatus;

/** The refusals in the native API's words. */
public final class TaskAnswers {

    private TaskAnswers() {}

    /** @throws IllegalArgumentException for what is no refusal */
    public static Problem problem(TaskOutcome outcome) {
        return switch (outcome) {
            case TaskOutcome.Done done -> throw new IllegalArgumentException(done + " is no refusal");
            case TaskOutcome.NotFound unknown -> Problem.notFound("task", unknown.taskId());
            case TaskOutcome.WrongStatus wrong ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "wrong-state",
                                "The task is " + wrong.status().word() + ", which does not allow this.")
                        .with("taskId", wrong.task().taskId())
                        .with("state", wrong.status().name());
            case TaskOutcome.Undecided waiting ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "wrong-state",
                                "The task has " + waiting.task().submitted() + " answers to approve or reject first.")
                        .with("taskId", waiting.task().taskId());
            case TaskOutcome.IntoTens small ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "invalid-value",
                                "A task of " + small.task().places()
                                        + " places cannot grow to ten or more, which cost more; publish another task.")
                        .with("field", "places");
            case TaskOutcome.TokenUsed used ->
                Problem.of(
                        HttpStatus.CONFLICT,
                        "token-used",
                        "The request token was used for " + used.subjectId() + " within the last day.");
            case TaskOutcome.Declined poor -> insufficient(poor.required(), poor.available(), poor.currency());
            case TaskOutcome.NoAnswer none -> noAnswer();
        };
    }

    public static Problem insufficient(long required, long available, String currency) {
        var needed = Amounts.format(required, currency);
        var there = Amounts.format(available, currency);
        return Problem.of(
                        HttpStatus.PAYMENT_REQUIRED,
                        "insufficient-funds",
                        "This costs " + needed + " " + currency + " and your account has " + there
                                + ". Deposit more or publish less.")
                .with("required", needed)
                .with("available", there)
                .with("currency", currency);
    }

    public static Problem noAnswer() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "funds-not-confirmed",
                "The money could not be set aside in time, so nothing was published. Repeat the request.");
    }
}
