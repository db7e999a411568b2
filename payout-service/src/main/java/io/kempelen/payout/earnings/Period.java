package io.kempelen.payout.earnings;

import io.kempelen.messaging.web.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Whole days in UTC: {@code from} belongs to it, {@code to} is the first day after it. */
record Period(LocalDate from, LocalDate to) {

    /** Nothing moved money before. */
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    /** @throws io.kempelen.messaging.web.ProblemException 422 that names the parameter; without parameters all up to today */
    static Period of(@Nullable String from, @Nullable String to, Instant now) {
        var tomorrow = now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        var period = new Period(from == null ? FIRST : day("from", from), to == null ? tomorrow : day("to", to));
        if (!period.from.isBefore(period.to))
            throw Problem.invalid(
                            "to",
                            "to is " + period.to + ", but must be after from, " + period.from
                                    + ": it is the first day that does not count.")
                    .exception();
        return period;
    }

    /** @throws io.kempelen.messaging.web.ProblemException 422 unless it is a year with events */
    static Period year(int year) {
        if (year < FIRST.getYear() || year > 9999)
            throw Problem.invalid("year", "year is " + year + ", but must be " + FIRST.getYear() + " or later.")
                    .exception();
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    OffsetDateTime start() {
        return from.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime end() {
        return to.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException malformed) {
            throw Problem.invalid(field, field + " is \"" + text + "\", but must be a day like 2026-11-22.")
                    .exception();
        }
    }
}
