package io.kempelen.payout.withdrawal.rail.iso20022;

import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.News;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the two levels of a status report that are about a whole run.
 *
 * @param element as the report calls it, for people
 * @param status null if the level says nothing itself
 * @param reason its own, or what holds around it
 */
record Level(String element, String runId, @Nullable String status, Reason reason, Optional<Level> outer) {

    static Level group(String element, String runId, @Nullable String status, Reason reason) {
        return new Level(element, runId, status, reason, Optional.empty());
    }

    Level inner(String element, String runId, @Nullable String status, Reason given) {
        return new Level(element, runId, status, given.within(reason), Optional.of(this));
    }

    /** What holds inside, where nothing is said there. */
    Optional<String> statusInside() {
        return Optional.ofNullable(status).or(() -> outer.flatMap(Level::statusInside));
    }

    /** The level, if it or one around it says of a run of ours that all of it is paid. */
    Optional<Level> paidAsWhole() {
        return answer().filter(answer -> answer instanceof Answer.Paid && isOurs())
                .map(answer -> this)
                .or(() -> outer.flatMap(Level::paidAsWhole));
    }

    /**
     * What is said inside, and then what the level says. Only the end of a run is news of it. A refusal always is; that all is paid
     * only where nothing inside has a status of its own, for else the bank told of each. What may be a duplicate is never refused.
     */
    List<Told> around(List<Told> inner) {
        var all = new ArrayList<>(inner);
        answer().map(answer -> whole(answer, inner)).ifPresent(all::add);
        return all;
    }

    private Optional<Answer> answer() {
        return Optional.ofNullable(status).map(code -> Status.answer(code, reason));
    }

    private Told whole(Answer answer, List<Told> inner) {
        return switch (answer) {
            case Answer.Refused refused -> over(refused, inner);
            case Answer.Duplicate duplicate -> over(duplicate, inner);
            case Answer.Paid paid -> inner.isEmpty() ? ofRun(paid) : Told.nothing(paid);
            case Answer.Accepted nothingNew -> Told.nothing(nothingNew);
            case Answer.Returned nothingNew -> Told.nothing(nothingNew);
            case Answer.NeverHeard nothingNew -> Told.nothing(nothingNew);
            case Answer.Unknown nothingNew -> Told.nothing(nothingNew);
        };
    }

    /** Nothing can be accepted inside what was refused; what others' reports say of others is not ours to doubt. */
    private Told over(Answer answer, List<Told> inner) {
        var ours = isOurs();
        if (inner.stream()
                .anyMatch(told -> !told.isOver() && (ours || told.news().isPresent())))
            throw BankXml.damaged(Pain002Format.NAME, element + " is refused as a whole, but a part of it is not.");
        return ofRun(inner.stream()
                .filter(Told::isDuplicate)
                .map(Told::answer)
                .findFirst()
                .orElse(answer));
    }

    private Told ofRun(Answer answer) {
        return OwnId.matches(runId) ? Told.of(new News(new News.Subject.OfRun(runId), answer)) : Told.nothing(answer);
    }

    private boolean isOurs() {
        return OwnId.matches(runId) || outer.filter(Level::isOurs).isPresent();
    }
}
