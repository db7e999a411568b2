package io.kempelen.notification.notice.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A notice about to be written. Drafts of one account and subject become one notice. */
public record Draft(
        String accountId,
        Kind kind,
        String subject,
        String about,
        String title,
        @Nullable String body,
        @Nullable Tally tally) {

    /** What is added up where many would come: how often, how much, on which day. */
    public record Tally(
            LocalDate day, int times, long amount, @Nullable String currency) {

        Tally and(Tally more) {
            return new Tally(
                    day,
                    times + more.times,
                    Math.addExact(amount, more.amount),
                    currency == null ? more.currency : currency);
        }
    }

    public static Draft of(String accountId, Kind kind, String id, String about, String title, @Nullable String body) {
        return new Draft(accountId, kind, kind + "/" + id, about, title, body, null);
    }

    public static Draft tallied(String accountId, Kind kind, String about, Tally tally) {
        var unit = tally.currency() == null ? "" : "/" + tally.currency();
        return new Draft(accountId, kind, kind + "/" + tally.day() + unit, about, kind.name(), null, tally);
    }

    /** Two drafts of one subject: tallies add up, of others the first one stands. */
    public Draft and(Draft more) {
        if (tally == null || more.tally == null) return this;
        return new Draft(accountId, kind, subject, about, title, body, tally.and(more.tally));
    }
}
