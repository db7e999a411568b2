package io.kempelen.notification.notice.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A notice in an inbox. */
public record Notice(
        String id,
        String accountId,
        Kind kind,
        String about,
        String title,
        @Nullable String body,
        int times,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable LocalDate day,
        Instant createdAt,
        @Nullable Instant readAt) {

    /** One sentence. A tally is worded when it is read, because it may have grown. */
    public String headline() {
        return switch (kind) {
            case REWARDS -> "You earned %s for %s on %s.".formatted(money(), counted("approved assignment"), day);
            case TASKS_COMPLETED -> "%s completed on %s.".formatted(were("of your tasks", "task"), day);
            case FUNDS_DECLINED ->
                "%s refused on %s because your balance was too low."
                        .formatted(were("of your requests for work", "request for work"), day);
            case WELCOME,
                    ACCOUNT_SUSPENDED,
                    ACCOUNT_REINSTATED,
                    APPROVAL,
                    REJECTION,
                    REWORK,
                    BONUS,
                    PAYOUT_PAID,
                    PAYOUT_FAILED,
                    PAYOUT_RETURNED,
                    QUALIFICATION,
                    QUALIFICATION_REQUEST,
                    BATCH_COMPLETED,
                    DEPOSIT -> title;
        };
    }

    private String money() {
        return amount == null || currency == null ? "money" : money(amount, currency);
    }

    private String counted(String noun) {
        return times == 1 ? "1 " + noun : times + " " + noun + "s";
    }

    private String were(String many, String one) {
        return times == 1 ? "One " + one + " was" : times + " " + many + " were";
    }

    /** An amount in words: 5 and USD are "0.05 USD". */
    public static String money(long minorUnits, String currency) {
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return BigDecimal.valueOf(minorUnits, digits).toPlainString() + " " + currency;
    }
}
