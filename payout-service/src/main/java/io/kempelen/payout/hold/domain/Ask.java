package io.kempelen.payout.hold.domain;

import io.kempelen.payout.fees.domain.FeeSchedule;
import java.util.List;

/** A question for money: all its lines are held, or none. */
public record Ask(String askId, String fundsId, String requesterId, String currency, List<Line> lines) {

    public Ask {
        if (lines.isEmpty()) throw new IllegalArgumentException("A question for money has lines: " + askId);
        lines = List.copyOf(lines);
    }

    /** The answer to a question, published as it is. */
    public sealed interface Answer {
        Ask ask();

        /** Set aside, line by line in the order asked. */
        record Held(Ask ask, List<Line.Priced> lines, long total) implements Answer {}

        /** Nothing is set aside. What there is may be in another currency than what was asked for. */
        record Declined(Ask ask, long required, long available, String availableCurrency) implements Answer {}
    }

    /**
     * What cannot even be counted is more than there is, and other money is none: declined and not thrown, so that one such
     * question blocks none behind it.
     */
    public Answer decide(FeeSchedule fees, long available, String availableCurrency) {
        try {
            return decideCounted(fees, available, availableCurrency);
        } catch (ArithmeticException tooMuch) {
            return new Answer.Declined(this, Long.MAX_VALUE, available, availableCurrency);
        }
    }

    private Answer decideCounted(FeeSchedule fees, long available, String availableCurrency) {
        var priced = lines.stream()
                .map(line -> new Line.Priced(line, fees.perAssignment(line.reward(), line.assignmentsPerTask())))
                .toList();
        var total = priced.stream().mapToLong(Line.Priced::total).reduce(0, Math::addExact);
        return availableCurrency.equals(currency) && total <= available
                ? new Answer.Held(this, priced, total)
                : new Answer.Declined(this, total, available, availableCurrency);
    }
}
