package io.kempelen.task.mturk;

import io.kempelen.messaging.mturk.MturkError;
import io.kempelen.messaging.mturk.MturkInput;
import io.kempelen.task.tasktype.domain.TaskProperties;
import java.math.BigDecimal;
import java.util.Currency;

/** Reads the properties of a HIT type; a default said and a default left out are the same. */
final class HitTypeInput {

    private HitTypeInput() {}

    static TaskProperties read(MturkInput input, String currency) {
        return new TaskProperties(
                input.required("Title", input.text("Title", TaskProperties.TITLE)),
                input.required("Description", input.text("Description", TaskProperties.DESCRIPTION)),
                input.text("Keywords", TaskProperties.KEYWORDS).orElse(""),
                minorUnits(input.required("Reward", input.amount("Reward")), currency),
                currency,
                input.required(
                        "AssignmentDurationInSeconds",
                        input.number("AssignmentDurationInSeconds", TaskProperties.SHORTEST, TaskProperties.LONGEST)),
                input.number("AutoApprovalDelayInSeconds", 0, TaskProperties.LONGEST_APPROVAL)
                        .orElse(TaskProperties.LONGEST_APPROVAL),
                input.list("QualificationRequirements", TaskProperties.REQUIREMENTS, HitRequirement::read));
    }

    private static long minorUnits(long hundredths, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        try {
            return BigDecimal.valueOf(hundredths, 2)
                    .setScale(digits)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw MturkError.parameter("The value for the parameter Reward has more decimals than " + currency + ".");
        }
    }
}
