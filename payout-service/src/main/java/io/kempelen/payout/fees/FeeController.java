package io.kempelen.payout.fees;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.payout.fees.domain.FeeSchedule;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What things cost, before anybody publishes. */
@RestController
class FeeController {

    private static final String USD = "USD";

    private final FeeSchedule fees;

    FeeController(FeeSchedule fees) {
        this.fees = fees;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScheduleView(
            String name,
            String rewardRate,
            String bonusRate,
            String surchargeRate,
            @Nullable Integer surchargeFromAssignments,
            String minimumFee,
            String currency,
            @Nullable Preview preview) {}

    record Preview(String reward, int assignments, String feePerAssignment, String fees, String total) {}

    @GetMapping("/v1/fee-schedule")
    ScheduleView schedule(
            Caller caller,
            @RequestParam(defaultValue = USD) String currency,
            @RequestParam @Nullable String reward,
            @RequestParam(defaultValue = "1") int assignments) {
        known(currency);
        return new ScheduleView(
                fees.name(),
                percent(fees.rewardRate()),
                percent(fees.bonusRate()),
                percent(fees.surchargeRate()),
                fees.surchargeRate() == 0 ? null : fees.surchargeFrom(),
                Amounts.format(fees.minimum(), currency),
                currency,
                reward == null ? null : preview(reward, assignments, currency));
    }

    private Preview preview(String reward, int assignments, String currency) {
        if (assignments < 1 || assignments > 1_000_000_000)
            throw Problem.invalid("assignments", "assignments is " + assignments + ", but must be 1 to 1000000000.")
                    .exception();
        var each = Amounts.parse("reward", reward, currency);
        try {
            var fee = fees.perAssignment(each, assignments);
            var all = Math.multiplyExact(fee, (long) assignments);
            var total = Math.addExact(all, Math.multiplyExact(each, (long) assignments));
            return new Preview(
                    Amounts.format(each, currency),
                    assignments,
                    Amounts.format(fee, currency),
                    Amounts.format(all, currency),
                    Amounts.format(total, currency));
        } catch (ArithmeticException tooMuch) {
            throw Problem.invalid("reward", "reward is " + reward + ", which is more than can be counted.")
                    .exception();
        }
    }

    private static void known(String currency) {
        try {
            if (Currency.getInstance(currency).getDefaultFractionDigits() >= 0) return;
        } catch (IllegalArgumentException unknown) {
            // falls through to the same refusal as a currency without minor units
        }
        throw Problem.invalid("currency", "currency is " + currency + ", but must be an ISO 4217 code like USD.")
                .exception();
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    }
}
