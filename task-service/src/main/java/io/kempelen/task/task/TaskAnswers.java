package io.kempelen.task.task;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Problem;
import io.kempelen.task.task.domain.Task;
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
                                "A task of " + small.bought()
                                        + " places cannot grow to ten or more, which cost more; publish another task.")
                        .with("field", "places");
            case TaskOutcome.TooManyPlaces full ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "invalid-value",
                                "A task may have at most " + Task.MOST_PLACES + " places, and this one has "
                                        + full.task().places() + ".")
                        .with("field", "places");
            case TaskOutcome.TokenUsed used ->
                Problem.of(
                        HttpStatus.CONFLICT,
                        "token-used",
                        "The request token was used for " + used.subjectId() + " within the last day.");
            case TaskOutcome.Declined poor -> insufficient(poor.required(), poor.available(), poor.currency());
            case TaskOutcome.OtherCurrency other -> otherCurrency(other.account(), other.task());
            case TaskOutcome.NoAnswer none -> noAnswer();
            case TaskOutcome.NotYet busy ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-available",
                        "The task is being closed or opened at this moment. Repeat the request in some seconds.");
        };
    }

    public static Problem insufficient(long required, long available, String currency) {
        var needed = Amounts.format(required, currency);
        var there = Amounts.format(available, currency);
        var cost = required == Long.MAX_VALUE ? "more than can be counted" : needed + " " + currency;
        return Problem.of(
                        HttpStatus.PAYMENT_REQUIRED,
                        "insufficient-funds",
                        "This costs " + cost + " and your account has " + there + ". Deposit more or publish less.")
                .with("required", needed)
                .with("available", there)
                .with("currency", currency);
    }

    public static Problem otherCurrency(String account, String task) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "other-currency",
                        "Your account is in " + account + "; this task type pays in " + task
                                + ". Make a new task type or project, which will be in " + account + ".")
                .with("currency", account);
    }

    public static Problem noAnswer() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "funds-not-confirmed",
                "The money could not be set aside in time, so nothing was published. Repeat the request.");
    }
}
