package io.kempelen.payout.withdrawal.payee.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** How often a worker is paid without asking. Days, weeks (from Monday) and months begin in UTC. */
public enum PayoutSchedule {
    ON_REQUEST,
    DAILY,
    WEEKLY,
    MONTHLY;

    /** The first moment after {@code now}; empty if never. */
    public Optional<Instant> next(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return switch (this) {
            case ON_REQUEST -> Optional.empty();
            case DAILY -> Optional.of(start(today.plusDays(1)));
            case WEEKLY -> Optional.of(start(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
            case MONTHLY -> Optional.of(start(today.with(TemporalAdjusters.firstDayOfNextMonth())));
        };
    }

    private static Instant start(java.time.LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
